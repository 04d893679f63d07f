import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expressionOfLocalTemplate, localTemplateOf } from "./localTemplate.ts";

describe("a text with fields in both languages", () => {
  it.each([
    {
      name: "fields in both",
      text: { en: "For {{record.name}}", zh: "关于{{record.name}}" },
      expression: '{"en": "For " + text(record.?name), "zh": "关于" + text(record.?name)}',
    },
    {
      name: "fields in one",
      text: { en: "Done", zh: "{{record.name}}" },
      expression: '{"en": "Done", "zh": text(record.?name)}',
    },
    { name: "no fields", text: { en: "Done", zh: "完成" }, expression: null },
  ])("is written with $name", ({ text, expression }) => {
    expect(expressionOfLocalTemplate({ text, isKept: true })).toBe(expression);
    expect(expression && localTemplateOf(expression)).toEqual(expression && { text, isKept: true });
  });

  it.each([
    { expression: "'For ' + record.name", text: { en: "For {{record.name}}", zh: "For {{record.name}}" } },
    { expression: "{'en': 'a', 'zh': record.name.trim()}", text: null },
    { expression: "{'en': 'a'}", text: null },
    { expression: "{'en': 'a', 'zh': 'b', 'fr': 'c'}", text: null },
    { expression: "record.name", text: null },
    { expression: "{'en': shown(record.a, 'zh'), 'zh': 'b'}", text: null },
    { expression: "{'en': shown(record.a, 'en'), 'zh': text(record.a)}", text: null },
    { expression: "{'en': 'a', 'zh': shown(record.a, 'zh')}", text: { en: "a", zh: "{{record.a}}" } },
  ])("reads $expression", ({ expression, text }) => {
    expect(localTemplateOf(expression)?.text ?? null).toEqual(text);
  });

  it("reads back what it wrote", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 6 }).filter((text) => !text.includes("{") && !text.includes("}")),
      fc.constantFrom("{{record.name}}", "{{vars.rounds}}", "\n", '"'),
    );
    const template = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(template, template, fc.boolean(), (en, zh, isKept) => {
        const written = { text: { en, zh }, isKept };
        const expression = expressionOfLocalTemplate(written);
        const hasFields = `${en}${zh}`.includes("{{");
        expect(expression && localTemplateOf(expression)).toEqual(hasFields ? written : null);
      }),
    );
  });
});
