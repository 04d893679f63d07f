import { describe, expect, it } from "vitest";
import { inputOf, inputText, modeOf } from "./blockInput.ts";

describe("the input of a block", () => {
  it.each([
    { name: "text as it is", mode: "value", text: "Hello", type: "text", input: { value: "Hello" } },
    { name: "nothing typed is no input", mode: "value", text: "", type: "text", input: undefined },
    { name: "no expression is no input", mode: "expression", text: "", type: "text", input: undefined },
    {
      name: "an expression",
      mode: "expression",
      text: "record.id",
      type: "record",
      input: { expression: "record.id" },
    },
    { name: "data as JSON", mode: "value", text: '{"a":1}', type: "json", input: { value: { a: 1 } } },
    { name: "JSON that is not whole yet", mode: "value", text: '{"a":', type: "json", input: { value: '{"a":' } },
  ] as const)("reads $name and shows it again", ({ mode, text, type, input }) => {
    expect(inputOf(mode, text, type)).toEqual(input);
    expect(inputText(inputOf(mode, text, type))).toBe(text);
  });

  it("begins as an expression where a fixed value makes no sense", () => {
    expect([modeOf(undefined, "record"), modeOf(undefined, "text"), modeOf({ value: "x" }, "record")]).toEqual([
      "expression",
      "value",
      "value",
    ]);
  });
});
