import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toExact } from "./decimal.ts";
import { parseExpression } from "./expression.ts";
import { expressionOfTemplate, languageOfWords, templateOf, templatePieces } from "./template.ts";

const written = (template: string, record: Readonly<Record<string, unknown>>): unknown =>
  parseExpression(expressionOfTemplate(template, null) ?? JSON.stringify(template)).run({
    record,
    vars: { rounds: 3n },
    case: { stage: "draft" },
    form: {},
    actor: {},
    now: "2026-11-26T06:00:00.000Z",
    item: null,
  });

describe("a text with fields in it", () => {
  it.each([
    {
      template: "Dear {{record.customer.name}},\n\nyour quote.",
      expression: '"Dear " + text(record.?customer.?name) + ",\\n\\nyour quote."',
    },
    { template: "{{ record.total }}", expression: "text(record.?total)", reads: "{{record.total}}" },
    { template: "{{now}}", expression: "text(now)" },
    { template: "No field", expression: null },
    { template: "{{record.total", expression: null },
    { template: "{{a b}} {{}} {{record.in}}", expression: null },
    { template: '"{{vars.rounds}}" }} {{', expression: '"\\"" + text(vars.?rounds) + "\\" }} {{"' },
  ])("$template", ({ template, expression, reads = template }) => {
    expect(expressionOfTemplate(template, null)).toBe(expression);
    expect(expression && templateOf(expression)).toEqual(expression && { template: reads, said: null });
  });

  it.each([
    {
      said: "en",
      template: "{{record.customer.grade}}: {{now}}",
      expression: 'shown(record.?customer.?grade, "en") + ": " + shown(now, "en")',
    },
    { said: "zh", template: "共{{record.total}}", expression: '"共" + shown(record.?total, "zh")' },
    { said: "zh", template: "共 shown(", expression: null },
  ] as const)("$template, said in $said", ({ said, template, expression }) => {
    expect(expressionOfTemplate(template, said)).toBe(expression);
    expect(expression && templateOf(expression)).toEqual(expression && { template, said });
  });

  it.each([
    { template: "Dear {{record.name}}", language: "en" },
    { template: "{{record.total}}", language: "en" },
    { template: "尊敬的 {{record.name}}", language: "zh" },
    { template: "Grüße, 𠮷", language: "zh" },
    { template: "「{{record.name}}」", language: "en" },
  ])("$template is in $language by its words", ({ template, language }) => {
    expect(languageOfWords(template)).toBe(language);
  });

  it.each([
    {
      expression: "'Quote ' + record.number + ' · ' + record.name",
      template: "Quote {{record.number}} · {{record.name}}",
    },
    { expression: "'a' + (text(record.?b) + 'c')", template: "a{{record.b}}c" },
    { expression: "record.number", template: null },
    { expression: "record.number + record.name", template: null },
    { expression: "'a' + record.name.lowerAscii()", template: null },
    { expression: "'a' + '{{record.b}}' + record.c", template: null },
    { expression: "record.total + 1", template: null },
    { expression: "'a' +", template: null },
    { expression: "text(record.a) + shown(record.b, 'en')", template: null },
    { expression: "shown(record.a, 'zh') + shown(record.b, 'en')", template: null },
  ])("reads $expression as $template", ({ expression, template }) => {
    expect(templateOf(expression)?.template ?? null).toBe(template);
  });

  it.each([
    {
      template: "{{record.name}}: {{record.total}}",
      record: { name: "Valve", total: toExact("12.50") },
      says: "Valve: 12.5",
    },
    { template: "[{{record.name}}] {{record.customer.name}}.", record: {}, says: "[] ." },
    { template: "{{record.tags}} {{record.isKey}}", record: { tags: ["a", "b"], isKey: true }, says: "a, b true" },
    {
      template: "{{vars.rounds}} {{vars.none}} {{case.stage}} {{now}}",
      record: {},
      says: "3  draft 2026-11-26T06:00:00.000Z",
    },
    { template: "{{record.name}}", record: { name: "<b>{{record.total}}</b>" }, says: "<b>{{record.total}}</b>" },
  ])("writes $template", ({ template, record, says }) => {
    expect(written(template, record)).toBe(says);
  });

  it("reads back what it wrote, however many fields there are", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.constantFrom(
        "{{record.name}}",
        "{{record.customer.name}}",
        "{{vars.rounds}}",
        'shown(record.x, "en")',
        "{{",
        "}}",
        "{{record.",
        "\n",
        '"',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom("en", "zh", null), (pieces, said) => {
        const template = pieces.join("");
        const expression = expressionOfTemplate(template, said);
        const hasFields = templatePieces(template).some(({ is }) => is === "field");
        expect(expression === null ? null : templateOf(expression)).toEqual(hasFields ? { template, said } : null);
      }),
    );
  });
});
