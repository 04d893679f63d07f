import { Decimal } from "../money/decimal.ts";
import { MONEY_LIMITS } from "../money/parseDecimal.ts";
import { roundMoney } from "../money/roundMoney.ts";

/** What a line of a quote says about money. `discount` is a share: 13 % = 0.13. */
export interface LineTerms {
  readonly quantity: Decimal;
  readonly listPrice: Decimal;
  readonly discount: Decimal;
}

export interface PricedLine {
  /** List price less the line's discount, to four places. */
  readonly unitPrice: Decimal;
  /** Quantity times unit price, to the currency's smallest unit. */
  readonly total: Decimal;
  /** The same without any discount. */
  readonly listTotal: Decimal;
}

/**
 * Prices one line so that what is printed adds up: total = quantity × the printed unit price, rounded half-up once.
 *
 * Exact before each rounding. A line without discount costs its list total to the last cent.
 */
export const priceLine = ({ quantity, listPrice, discount }: LineTerms, currency: string): PricedLine => {
  const unitPrice = listPrice.times(new Decimal(1).minus(discount)).toDecimalPlaces(MONEY_LIMITS.places);
  return {
    unitPrice,
    total: roundMoney(quantity.times(unitPrice), currency),
    listTotal: roundMoney(quantity.times(listPrice), currency),
  };
};
