import { Decimal } from "./decimal.ts";
import { decimalText } from "./parseDecimal.ts";

/** An amount in a currency. Amounts in different currencies never meet without a rate. */
export interface Money {
  readonly amount: Decimal;
  readonly currency: string;
}

/** Money as it travels in JSON. */
export interface MoneyJson {
  readonly amount: string;
  readonly currency: string;
}

/** Adds exactly; adding across currencies is a bug of the caller and throws. */
export const addMoney = (one: Money, other: Money): Money => {
  if (one.currency !== other.currency) throw new RangeError(`cannot add ${other.currency} to ${one.currency}`);
  return { amount: one.amount.plus(other.amount), currency: one.currency };
};

/** Sums exactly; no money at all is zero. */
export const sumMoney = (items: readonly Money[], currency: string): Money =>
  items.reduce(addMoney, { amount: new Decimal(0), currency });

/** Money in its one spelling. */
export const moneyJson = ({ amount, currency }: Money): MoneyJson => ({ amount: decimalText(amount), currency });
