import { Decimal } from "../money/decimal.ts";
import { roundMoney } from "../money/roundMoney.ts";
import { priceLine, type LineTerms, type PricedLine } from "./priceLine.ts";

/** The places kept of a share that was computed (an effective discount, a margin). */
export const SHARE_PLACES = 8;

/** What decides a quote's totals. */
export interface QuoteTerms {
  readonly currency: string;
  /** On the whole quote, after the discounts of its lines. */
  readonly discount: Decimal;
  readonly lines: readonly LineTerms[];
}

export interface PricedQuote {
  readonly lines: readonly PricedLine[];
  readonly listTotal: Decimal;
  readonly total: Decimal;
  /** 1 − total ÷ listTotal; zero for a quote that lists nothing. */
  readonly effectiveDiscount: Decimal;
}

/** A computed share, rounded half-up to eight places: finer than any threshold that people draw. */
export const shareOf = (part: Decimal, whole: Decimal): Decimal => part.div(whole).toDecimalPlaces(SHARE_PLACES);

/** Prices a whole quote: totals are sums of the printed lines, less the discount on the whole, rounded once. */
export const priceQuote = ({ currency, discount, lines }: QuoteTerms): PricedQuote => {
  const priced = lines.map((line) => priceLine(line, currency));
  const sum = (pick: (line: PricedLine) => Decimal): Decimal =>
    priced.reduce((total, line) => total.plus(pick(line)), new Decimal(0));
  const listTotal = sum((line) => line.listTotal);
  const total = roundMoney(sum((line) => line.total).times(new Decimal(1).minus(discount)), currency);
  const effectiveDiscount = listTotal.isZero() ? new Decimal(0) : shareOf(listTotal.minus(total), listTotal);
  return { lines: priced, listTotal, total, effectiveDiscount };
};

/** The share of a quote's total that is left after its cost: negative below cost, null while it is worth nothing. */
export const marginOf = (total: Decimal, costTotal: Decimal): Decimal | null =>
  total.isZero() ? null : shareOf(total.minus(costTotal), total);
