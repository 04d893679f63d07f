import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeTo } from "./changeTo.ts";

describe("the change that makes one text of another", () => {
  it.each([
    { before: "a > 1", after: "a > 12", change: { from: 5, to: 5, insert: "2" } },
    { before: "a > 12", after: "a > 1", change: { from: 5, to: 6, insert: "" } },
    { before: "aaa", after: "aa", change: { from: 2, to: 3, insert: "" } },
    { before: "", after: "a", change: { from: 0, to: 0, insert: "a" } },
    { before: "same", after: "same", change: null },
  ])("$before → $after", ({ before, after, change }) => {
    expect(changeTo(before, after)).toEqual(change);
  });

  it("makes the other text of any", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "折"), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = changeTo(before, after);
        expect(change === null ? before : before.slice(0, change.from) + change.insert + before.slice(change.to)).toBe(
          after,
        );
      }),
    );
  });
});
