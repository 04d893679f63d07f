import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupDigits } from "./groupDigits.ts";
import { currencySign, moneyText } from "./moneyText.ts";
import { shareText, shiftPoint } from "./shareText.ts";
import { shownValue, type ShownAs } from "./shownValue.ts";
import { spokenDate, spokenTime } from "./spokenTime.ts";
import { wallTime } from "./wallTime.ts";

const grade: ShownAs = {
  type: "choice",
  choices: [
    { key: "high", label: { en: "High", zh: "高" } },
    { key: "old", label: { en: "Strategic", zh: "战略" }, archived: true },
    { key: "bare", label: { en: "Bare", zh: "" } },
  ],
};

describe("a value as people say it", () => {
  it.each([
    { name: "a share", value: "0.15", as: { type: "share" }, en: "15%", zh: "15%" },
    { name: "a share with decimals", value: "0.1255", as: { type: "share" }, en: "12.55%", zh: "12.55%" },
    { name: "no share", value: "0", as: { type: "share" }, en: "0%", zh: "0%" },
    { name: "a negative share", value: "-0.05", as: { type: "share" }, en: "−5%", zh: "−5%" },
    { name: "more than all", value: "1.5", as: { type: "share" }, en: "150%", zh: "150%" },
    { name: "money", value: "12400", as: { type: "money", currency: "CNY" }, en: "¥12,400.00", zh: "¥12,400.00" },
    { name: "no money", value: "0", as: { type: "money", currency: "USD" }, en: "$0.00", zh: "$0.00" },
    { name: "negative money", value: "-5.5", as: { type: "money", currency: "EUR" }, en: "−€5.50", zh: "−€5.50" },
    {
      name: "money without cents",
      value: "1200",
      as: { type: "money", currency: "JPY" },
      en: "JP¥1,200",
      zh: "JP¥1,200",
    },
    { name: "money of a code", value: "1.5", as: { type: "money", currency: "KWD" }, en: "KWD 1.500", zh: "KWD 1.500" },
    {
      name: "money finer than cents",
      value: "0.1234",
      as: { type: "money", currency: "CNY" },
      en: "¥0.1234",
      zh: "¥0.1234",
    },
    {
      name: "money of a code that has no cents",
      value: "1200",
      as: { type: "money", currency: "KRW" },
      en: "KRW 1,200",
      zh: "KRW 1,200",
    },
    {
      name: "money past what a float holds",
      value: "9007199254740993.01",
      as: { type: "money", currency: "CNY" },
      en: "¥9,007,199,254,740,993.01",
      zh: "¥9,007,199,254,740,993.01",
    },
    {
      name: "money that nobody knows the currency of",
      value: "12400.5",
      as: { type: "money", currency: null },
      en: "12,400.5",
      zh: "12,400.5",
    },
    { name: "a decimal", value: "1234.50", as: { type: "decimal" }, en: "1,234.5", zh: "1,234.5" },
    { name: "a whole number", value: 2026, as: { type: "integer" }, en: "2026", zh: "2026" },
    { name: "a choice", value: "high", as: grade, en: "High", zh: "高" },
    { name: "a choice that was put away", value: "old", as: grade, en: "Strategic", zh: "战略" },
    { name: "a choice without a Chinese name", value: "bare", as: grade, en: "Bare", zh: "Bare" },
    { name: "a choice that is none", value: "gone", as: grade, en: "gone", zh: "gone" },
    {
      name: "several choices",
      value: ["high", "old"],
      as: { ...grade, type: "multiChoice" },
      en: "High, Strategic",
      zh: "高、战略",
    },
    { name: "no choices", value: [], as: { ...grade, type: "multiChoice" }, en: "", zh: "" },
    { name: "a date", value: "2026-11-26", as: { type: "date" }, en: "26 November 2026", zh: "2026年11月26日" },
    {
      name: "the first of January",
      value: "2027-01-01",
      as: { type: "date" },
      en: "1 January 2027",
      zh: "2027年1月1日",
    },
    { name: "a day that never was", value: "2027-02-29", as: { type: "date" }, en: "2027-02-29", zh: "2027-02-29" },
    {
      name: "a time",
      value: "2026-11-26T09:05:59",
      as: { type: "instant" },
      en: "26 November 2026, 09:05",
      zh: "2026年11月26日 09:05",
    },
    { name: "no time", value: "soon", as: { type: "instant" }, en: "soon", zh: "soon" },
    { name: "yes", value: true, as: { type: "boolean" }, en: "Yes", zh: "是" },
    { name: "no", value: false, as: { type: "boolean" }, en: "No", zh: "否" },
    { name: "nothing", value: null, as: { type: "money", currency: "CNY" }, en: "", zh: "" },
    { name: "a text", value: "0.15", as: { type: "text" }, en: "0.15", zh: "0.15" },
    {
      name: "a text in both languages",
      value: { en: "Done", zh: "完成" },
      as: { type: "localText" },
      en: "Done",
      zh: "完成",
    },
    { name: "what is no amount", value: "n/a", as: { type: "money", currency: "CNY" }, en: "n/a", zh: "n/a" },
  ] as const)("$name", ({ value, as, en, zh }) => {
    expect([shownValue(value, as, "en"), shownValue(value, as, "zh")]).toEqual([en, zh]);
  });

  it.each([
    { name: "lines", value: [{ quantity: "1" }], type: "lines" },
    { name: "a record", value: { name: "x" }, type: "any" },
  ] as const)("is never made of $name", ({ value, type }) => {
    expect(() => shownValue(value, { type }, "en")).toThrow(TypeError);
  });

  it("keeps every digit of an amount", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
        fc.integer({ min: 0, max: 9_999 }),
        (whole, part) => {
          const amount = `${whole}.${String(part).padStart(4, "0")}`;
          const read = moneyText(amount, "CNY").replaceAll(/[¥,]/gu, "").replace("−", "-");
          const bare = (text: string): string => text.replace(/0+$/u, "").replace(/\.$/u, "").replace(/^-0$/u, "0");
          expect(bare(read)).toBe(bare(amount));
        },
      ),
    );
  });
});

describe("groupDigits", () => {
  it.each([
    ["0", null, "0"],
    ["999", null, "999"],
    ["1000", 2, "1,000.00"],
    ["1000.5000", 2, "1,000.50"],
    ["1000.505", 2, "1,000.505"],
    ["1000.50", null, "1,000.50"],
    ["-0.00", 2, "0.00"],
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

  it("reads a share of a thousand digits as it is", () => {
    expect(shareText(`0.${"3".repeat(1_000)}`)).toBe(`33.${"3".repeat(998)}%`);
  });
});

describe("signs and clocks", () => {
  it("gives no two currencies the same sign", () => {
    const signs = ["CNY", "USD", "EUR", "GBP", "HKD", "JPY", "KRW", "KWD", "SGD", "CHF"].map(currencySign);
    expect(new Set(signs).size).toBe(signs.length);
  });

  it.each([
    { at: "2026-11-26T16:00:00.000Z", hours: 8, wall: "2026-11-27T00:00:00" },
    { at: "2026-11-26T15:59:59.999Z", hours: 8, wall: "2026-11-26T23:59:59" },
    { at: "2026-03-01T02:00:00.000Z", hours: -5, wall: "2026-02-28T21:00:00" },
    { at: "never", hours: 8, wall: "never" },
  ])("$at is $wall, $hours h ahead", ({ at, hours, wall }) => {
    expect(wallTime(at, () => hours * 3_600_000)).toBe(wall);
  });

  it("names every month", () => {
    const months = Array.from({ length: 12 }, (_, index) =>
      spokenDate(`2026-${String(index + 1).padStart(2, "0")}-09`, "en"),
    );
    expect(new Set(months).size).toBe(12);
    expect([months[0], months[11], spokenTime("2026-02-30T10:00", "en")]).toEqual([
      "9 January 2026",
      "9 December 2026",
      "2026-02-30T10:00",
    ]);
  });
});
