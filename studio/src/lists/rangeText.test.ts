import { describe, expect, it } from "vitest";
import { rangeOf, rangeText } from "./rangeText.ts";

describe("a stretch of values in an address", () => {
  it.each([
    { text: "10..20", range: { from: "10", to: "20" } },
    { text: "-1.5..", range: { from: "-1.5", to: null } },
    { text: "..2026-03-31", range: { from: null, to: "2026-03-31" } },
  ])("reads $text and writes it again", ({ text, range }) => {
    expect(rangeOf(text)).toEqual(range);
    expect(rangeText(range)).toBe(text);
  });

  it("takes one value for both ends, and nothing for none", () => {
    expect(rangeOf("7")).toEqual({ from: "7", to: "7" });
    expect(rangeOf(null)).toEqual({ from: null, to: null });
    expect(rangeText({ from: null, to: null })).toBeNull();
  });
});
