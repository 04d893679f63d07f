import { Refusal } from "@sluice/problems";
import { describe, expect, it } from "vitest";
import { assertPlain } from "./assertPlain.ts";

const nested = (depth: number): unknown => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);

describe("assertPlain", () => {
  it.each([
    { name: "nothing", input: undefined },
    { name: "any script", input: { name: "𠮷野家 🏭 مرحبا" } },
    { name: "a form", input: { fields: { lines: [{ quantity: "1" }] } } },
    { name: "the deepest", input: nested(64) },
  ])("lets $name through", ({ input }) => {
    expect(() => assertPlain(input)).not.toThrow();
  });

  it.each([
    { name: "a null character", input: { fields: { name: "a\u0000" } } },
    { name: "half a surrogate pair", input: ["\ud800"] },
    { name: "a null character in a name", input: { "\u0000": 1 } },
    { name: "one too deep", input: nested(65) },
    { name: "a hundred thousand deep", input: nested(100_000) },
  ])("refuses $name", ({ input }) => {
    expect(() => assertPlain(input)).toThrow(Refusal);
  });

  it("says where", () => {
    const refused = expect.objectContaining({
      problems: [expect.objectContaining({ values: expect.objectContaining({ field: "fields.name" }) })],
    });
    expect(() => assertPlain({ fields: { name: "\u0000" } })).toThrow(refused);
  });
});
