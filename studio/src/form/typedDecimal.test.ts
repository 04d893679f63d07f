import { describe, expect, it } from "vitest";
import { isTypedDecimal, understoodDecimal } from "./typedDecimal.ts";

describe("a number as people type it", () => {
  it.each([
    ["500000", "500000"],
    ["500,000", "500000"],
    ["500 000.50", "500000.50"],
    ["５０００００", "500000"],
    ["５００，０００", "500000"],
    ["¥ 1,234.5", "1234.5"],
    ["15%", "15"],
    ["15％", "15"],
    ["12.", "12"],
    ["-5", "-5"],
    ["−5", "-5"],
  ])("%s is %s", (typed, kept) => {
    expect(understoodDecimal(typed)).toBe(kept);
    expect(isTypedDecimal(kept)).toBe(true);
  });

  it.each(["", "abc", "1e5", "1.2.3", "--5", "五十万", "9".repeat(41)])("%s is none", (typed) => {
    expect(isTypedDecimal(understoodDecimal(typed))).toBe(false);
  });
});
