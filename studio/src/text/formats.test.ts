import { describe, expect, it } from "vitest";
import { civilDateText, groupDigits, moneyText, roundedShareText, shareText, shiftPoint } from "./formats.ts";

describe("groupDigits", () => {
  it.each([
    ["0", null, "0"],
    ["999", null, "999"],
    ["1000", 2, "1,000.00"],
    ["-1234567.5", 2, "−1,234,567.50"],
    ["12345678901234567890.1234", 2, "12,345,678,901,234,567,890.1234"],
  ] as const)("%s with %s places is %s", (decimal, places, shown) => {
    expect(groupDigits(decimal, places)).toBe(shown);
  });
});

describe("shiftPoint", () => {
  it.each([
    ["0.13", 2, "13"],
    ["0.135", 2, "13.5"],
    ["0", 2, "0"],
    ["1", 2, "100"],
    ["0.0001", 2, "0.01"],
    ["-0.05", 2, "-5"],
    ["13", -2, "0.13"],
    ["13.5", -2, "0.135"],
    ["5", -2, "0.05"],
    ["100", -2, "1"],
    ["0", -2, "0"],
  ] as const)("%s by %i is %s", (decimal, places, shifted) => {
    expect(shiftPoint(decimal, places)).toBe(shifted);
  });
});

describe("civilDateText", () => {
  it.each([
    ["2027-12-31", "en", "31 Dec 2027"],
    ["2027-12-31", "zh", "2027年12月31日"],
    ["2024-02-29", "en", "29 Feb 2024"],
    ["soon", "en", "soon"],
    ["2027-99-99", "en", "2027-99-99"],
  ] as const)("%s in %s is %s", (date, language, shown) => {
    expect(civilDateText(date, language)).toBe(shown);
  });
});

describe("money and shares", () => {
  it.each([
    ["195000", "CNY", "en", "¥195,000.00"],
    ["195000", "CNY", "zh", "¥195,000.00"],
    ["1200", "JPY", "en", "¥1,200"],
    ["-5", "USD", "en", "−$5.00"],
  ] as const)("%s %s in %s is %s", (amount, currency, language, shown) => {
    expect(moneyText(amount, currency, language)).toBe(shown);
  });

  it("shows a share as per cent", () => {
    expect([shareText("0.13"), roundedShareText("0.129999")]).toEqual(["13%", "12.99%"]);
  });
});
