import { describe, expect, it } from "vitest";
import { inputOfTemplate, isShortEnough, reworded, templateIn } from "./templateInput.ts";

const asKept = (template: string) => ({ template, said: null });
const inEnglish = (template: string) => ({ template, said: "en" }) as const;
const inChinese = (template: string) => ({ template, said: "zh" }) as const;
const inBoth = (en: string, zh: string, isKept = false) => ({ text: { en, zh }, isKept });

describe("what goes into a block as a text with fields", () => {
  it.each([
    { type: "text", template: inEnglish("Quote"), input: { value: "Quote" } },
    { type: "text", template: inChinese("报价"), input: { value: "报价" } },
    { type: "text", isExact: true, template: asKept("a@b.example"), input: { value: "a@b.example" } },
    {
      type: "text",
      template: inEnglish("Quote {{record.number}}"),
      input: { expression: '"Quote " + shown(record.?number, "en")' },
    },
    {
      type: "text",
      template: asKept("Quote {{record.number}}"),
      input: { expression: '"Quote " + text(record.?number)' },
    },
    { type: "longText", template: inEnglish(""), input: undefined },
    { type: "localText", template: inBoth("Done", "完成"), input: { value: { en: "Done", zh: "完成" } } },
    { type: "localText", template: inBoth("", ""), input: undefined },
    {
      type: "localText",
      template: inBoth("{{record.name}}", "完成"),
      input: { expression: '{"en": shown(record.?name, "en"), "zh": "完成"}' },
    },
    {
      type: "localText",
      template: inBoth("{{record.name}}", "完成", true),
      input: { expression: '{"en": text(record.?name), "zh": "完成"}' },
    },
  ] as const)("$template", ({ template, input, ...choice }) => {
    expect(inputOfTemplate(template)).toEqual(input);
    expect(templateIn(input, choice)).toEqual(template);
  });

  it.each([
    { type: "text", input: { expression: "vars.file" }, template: null },
    { type: "localText", input: { value: "Done" }, template: inBoth("Done", "Done") },
    { type: "localText", input: { value: 5 }, template: null },
    { type: "record", input: { value: "x" }, template: null },
  ] as const)("reads $input of $type", ({ type, input, template }) => {
    expect(templateIn(input, { type })).toEqual(template);
  });

  it.each([
    { name: "Chinese words make its values Chinese", text: inEnglish(""), words: "共{{record.total}}", said: "zh" },
    { name: "English words make them English", text: inChinese("共"), words: "Total", said: "en" },
    { name: "what was chosen stays", text: inChinese("Total {{record.total}}"), words: "Sum", said: "zh" },
    { name: "what is kept stays so", text: asKept("共"), words: "Total", said: null },
  ])("$name", ({ text, words, said }) => {
    expect(reworded(text, words)).toEqual({ template: words, said });
  });

  it.each([
    { name: "the longest fixed text", template: "x".repeat(19_998), isTaken: true },
    { name: "a longer one", template: "x".repeat(19_999), isTaken: false },
    { name: "one with a field, as long as expressions are", template: `${"x".repeat(1_977)}{{now}}`, isTaken: true },
    { name: "a longer one with a field", template: `${"x".repeat(1_990)}{{now}}`, isTaken: false },
  ])("takes $name: $isTaken", ({ template, isTaken }) => {
    expect(isShortEnough({ template, said: null })).toBe(isTaken);
  });
});
