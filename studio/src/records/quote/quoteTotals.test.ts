import { describe, expect, it } from "vitest";
import { quoteTotals } from "./quoteTotals.ts";

const aLine = (quantity: string | null, listPrice: string, discount: string | null = null) => ({
  description: "Pump",
  quantity,
  listPrice,
  discount,
});
const totalsOf = (values: Parameters<typeof quoteTotals>[0]) => {
  const { total, discounted, effectiveDiscount } = quoteTotals(values);
  return { total, discounted, effectiveDiscount };
};

describe("quoteTotals", () => {
  it.each([
    { name: "nothing", values: { currency: "CNY" }, totals: { total: "0", discounted: "0", effectiveDiscount: "0" } },
    {
      name: "13 % on the whole",
      values: { currency: "CNY", discount: "0.13", lines: [aLine("10", "1000")] },
      totals: { total: "8700", discounted: "1300", effectiveDiscount: "0.13" },
    },
    {
      name: "a quantity not typed yet",
      values: { currency: "CNY", lines: [aLine(null, "1000"), aLine("1", "0.1")] },
      totals: { total: "0.1", discounted: "0", effectiveDiscount: "0" },
    },
    {
      name: "what cannot be read",
      values: { currency: "CNY", lines: [aLine("1e9", "1000"), aLine("2", "0.1")] },
      totals: { total: "0.2", discounted: "0", effectiveDiscount: "0" },
    },
  ])("prices $name", ({ values, totals }) => {
    expect(totalsOf(values)).toEqual(totals);
  });

  it("never passes through a floating number", () => {
    const lines = [aLine("3", "0.1")];
    expect(quoteTotals({ currency: "CNY", lines }).lines[0]).toMatchObject({ unitPrice: "0.1", total: "0.3" });
  });
});
