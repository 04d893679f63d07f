import { describe, expect, it } from "vitest";
import { Decimal } from "./decimal.ts";
import { addMoney, moneyJson, sumMoney } from "./money.ts";
import { roundMoney } from "./roundMoney.ts";

describe("roundMoney", () => {
  it.each([
    { given: "1.004", currency: "CNY", rounded: "1" },
    { given: "1.005", currency: "CNY", rounded: "1.01" },
    { given: "-1.005", currency: "CNY", rounded: "-1.01" },
    { given: "1.4999", currency: "JPY", rounded: "1" },
    { given: "1.5", currency: "JPY", rounded: "2" },
    { given: "1.2344", currency: "KWD", rounded: "1.234" },
    { given: "1.2345", currency: "KWD", rounded: "1.235" },
  ])("rounds $given $currency to $rounded", ({ given, currency, rounded }) => {
    expect(roundMoney(new Decimal(given), currency).toFixed()).toBe(rounded);
  });
});

describe("money", () => {
  const cents = (amount: string) => ({ amount: new Decimal(amount), currency: "EUR" });

  it("adds a tenth and two tenths to exactly three", () => {
    expect(moneyJson(sumMoney([cents("0.1"), cents("0.2")], "EUR"))).toEqual({ amount: "0.3", currency: "EUR" });
  });

  it("never adds across currencies", () => {
    expect(() => addMoney(cents("1"), { amount: new Decimal(1), currency: "CNY" })).toThrow(RangeError);
  });
});
