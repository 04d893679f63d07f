import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../money/decimal.ts";
import { minorUnitsOf } from "../money/roundMoney.ts";
import { marginOf, priceQuote } from "./priceQuote.ts";

const aLine = (quantity: string, listPrice: string, discount = "0") => ({
  quantity: new Decimal(quantity),
  listPrice: new Decimal(listPrice),
  discount: new Decimal(discount),
});
const aQuote = (lines: ReturnType<typeof aLine>[], discount = "0", currency = "CNY") => ({
  currency,
  discount: new Decimal(discount),
  lines,
});
const shown = (it: ReturnType<typeof priceQuote>) => ({
  listTotal: it.listTotal.toFixed(),
  total: it.total.toFixed(),
  effectiveDiscount: it.effectiveDiscount.toFixed(),
});

describe("priceQuote", () => {
  it.each([
    { name: "nothing quoted", given: aQuote([]), priced: { listTotal: "0", total: "0", effectiveDiscount: "0" } },
    {
      name: "no discount",
      given: aQuote([aLine("3", "0.1"), aLine("1", "0.2")]),
      priced: { listTotal: "0.5", total: "0.5", effectiveDiscount: "0" },
    },
    {
      name: "13 % on the whole",
      given: aQuote([aLine("10", "1000")], "0.13"),
      priced: { listTotal: "10000", total: "8700", effectiveDiscount: "0.13" },
    },
    {
      name: "10 % on a line and 5 % on the whole",
      given: aQuote([aLine("1", "100", "0.1"), aLine("1", "100")], "0.05"),
      priced: { listTotal: "200", total: "180.5", effectiveDiscount: "0.0975" },
    },
    {
      name: "everything given away",
      given: aQuote([aLine("1", "100", "1")]),
      priced: { listTotal: "100", total: "0", effectiveDiscount: "1" },
    },
    {
      name: "half a cent up",
      given: aQuote([aLine("1", "0.005")]),
      priced: { listTotal: "0.01", total: "0.01", effectiveDiscount: "0" },
    },
    {
      name: "yen have no cents",
      given: aQuote([aLine("1", "0.5"), aLine("1", "0.4999")], "0", "JPY"),
      priced: { listTotal: "1", total: "1", effectiveDiscount: "0" },
    },
  ])("prices $name", ({ given, priced }) => {
    expect(shown(priceQuote(given))).toEqual(priced);
  });

  it("multiplies the unit price that is printed", () => {
    const [line] = priceQuote(aQuote([aLine("1000", "0.3333", "0.3333")])).lines;
    expect([line?.unitPrice.toFixed(), line?.total.toFixed()]).toEqual(["0.2222", "222.2"]);
  });

  const aDecimal = (max: bigint, places: number) =>
    fc.bigInt({ min: 0n, max }).map((unit) => new Decimal(unit.toString()).div(new Decimal(10).pow(places)));
  const aTerms = fc.record({
    quantity: aDecimal(10n ** 9n, 4),
    listPrice: aDecimal(10n ** 12n, 4),
    discount: aDecimal(10n ** 6n, 6),
  });
  const terms = fc.record({
    currency: fc.constantFrom("CNY", "JPY", "KWD"),
    discount: aDecimal(10n ** 6n, 6),
    lines: fc.array(aTerms, { maxLength: 12 }),
  });

  it("adds up to the cent, and never discounts below nothing or above the list", () => {
    fc.assert(
      fc.property(terms, (given) => {
        const priced = priceQuote(given);
        const cent = new Decimal(10).pow(-minorUnitsOf(given.currency));
        const sum = priced.lines.reduce((total, line) => total.plus(line.total), new Decimal(0));
        expect(
          priced.total
            .minus(sum.times(new Decimal(1).minus(given.discount)))
            .abs()
            .lte(cent.div(2)),
        ).toBe(true);
        expect(priced.total.mod(cent).isZero()).toBe(true);
        expect(priced.lines.every((line) => line.total.lte(line.listTotal) && line.total.gte(0))).toBe(true);
        expect(priced.effectiveDiscount.gte(0) && priced.effectiveDiscount.lte(1)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("does not depend on the order of lines", () => {
    fc.assert(
      fc.property(terms, (given) => {
        expect(shown(priceQuote({ ...given, lines: given.lines.toReversed() }))).toEqual(shown(priceQuote(given)));
      }),
      { numRuns: 200 },
    );
  });
});

describe("marginOf", () => {
  it.each([
    { total: "1000", cost: "750", margin: "0.25" },
    { total: "1000", cost: "1000.01", margin: "-0.00001" },
    { total: "3", cost: "2", margin: "0.33333333" },
    { total: "0", cost: "5", margin: undefined },
  ])("keeps $margin of $total after $cost", ({ total, cost, margin }) => {
    expect(marginOf(new Decimal(total), new Decimal(cost))?.toFixed()).toBe(margin);
  });
});
