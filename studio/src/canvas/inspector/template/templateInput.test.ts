import { describe, expect, it } from "vitest";
import { inputOfTemplate, isShortEnough, templateIn } from "./templateInput.ts";

describe("what goes into a block as a text with fields", () => {
  it.each([
    { type: "text", template: "Quote", input: { value: "Quote" } },
    { type: "text", template: "Quote {{record.number}}", input: { expression: '"Quote " + text(record.?number)' } },
    { type: "longText", template: "", input: undefined },
    { type: "localText", template: { en: "Done", zh: "完成" }, input: { value: { en: "Done", zh: "完成" } } },
    { type: "localText", template: { en: "", zh: "" }, input: undefined },
    {
      type: "localText",
      template: { en: "{{record.name}}", zh: "完成" },
      input: { expression: '{"en": text(record.?name), "zh": "完成"}' },
    },
  ] as const)("$template", ({ type, template, input }) => {
    expect(inputOfTemplate(template)).toEqual(input);
    expect(templateIn(input, type)).toEqual(template);
  });

  it.each([
    { type: "text", input: { expression: "vars.file" }, template: null },
    { type: "localText", input: { value: "Done" }, template: { en: "Done", zh: "Done" } },
    { type: "localText", input: { value: 5 }, template: null },
    { type: "record", input: { value: "x" }, template: null },
  ] as const)("reads $input of $type", ({ type, input, template }) => {
    expect(templateIn(input, type)).toEqual(template);
  });

  it.each([
    { name: "the longest fixed text", template: "x".repeat(19_998), isTaken: true },
    { name: "a longer one", template: "x".repeat(19_999), isTaken: false },
    { name: "one with a field, as long as expressions are", template: `${"x".repeat(1_977)}{{now}}`, isTaken: true },
    { name: "a longer one with a field", template: `${"x".repeat(1_990)}{{now}}`, isTaken: false },
  ])("takes $name: $isTaken", ({ template, isTaken }) => {
    expect(isShortEnough(template)).toBe(isTaken);
  });
});
