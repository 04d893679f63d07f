import { Decimal, decimalText, parseDecimal, priceQuote, SHARE_LIMITS } from "@sluice/domain";
import type { Json } from "@sluice/process";
import type { FieldValues } from "../../api/shapes.ts";
import { linesOf, type Line } from "../lines/Line.ts";

/** A quote priced as it stands in the form, by the same rules as the door's. Decimal texts. */
export interface QuoteTotals {
  readonly lines: readonly Line[];
  readonly listTotal: string;
  readonly total: string;
  readonly discounted: string;
  readonly effectiveDiscount: string;
}

const decimalIn = (value: Json | undefined, limits?: typeof SHARE_LIMITS): Decimal => {
  const parsed = parseDecimal(value, limits);
  return parsed.ok ? parsed.value : new Decimal(0);
};

/** Prices what is typed; what cannot be read yet counts as nothing. */
export const quoteTotals = (values: FieldValues): QuoteTotals => {
  const lines = linesOf(values.lines);
  const priced = priceQuote({
    currency: typeof values.currency === "string" ? values.currency : "CNY",
    discount: decimalIn(values.discount, SHARE_LIMITS),
    lines: lines.map((line) => ({
      quantity: decimalIn(line.quantity),
      listPrice: decimalIn(line.listPrice),
      discount: decimalIn(line.discount, SHARE_LIMITS),
    })),
  });
  return {
    lines: lines.map((line, index) => {
      const price = priced.lines[index];
      return price === undefined
        ? line
        : { ...line, unitPrice: decimalText(price.unitPrice), total: decimalText(price.total) };
    }),
    listTotal: decimalText(priced.listTotal),
    total: decimalText(priced.total),
    discounted: decimalText(priced.listTotal.minus(priced.total)),
    effectiveDiscount: decimalText(priced.effectiveDiscount),
  };
};
