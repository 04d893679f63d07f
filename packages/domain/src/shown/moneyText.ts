import { minorUnitsOf } from "../money/roundMoney.ts";
import { groupDigits } from "./groupDigits.ts";

/** Signs that tell one currency from every other that a firm may use here; the others go by their code. */
const SIGNS: Readonly<Record<string, string>> = {
  CNY: "¥",
  USD: "$",
  EUR: "€",
  GBP: "£",
  HKD: "HK$",
  JPY: "JP¥",
  SGD: "S$",
};

/** The sign of a currency, never that of another one: ¥, $, HK$; its code where it has none. */
export const currencySign = (currency: string): string => SIGNS[currency] ?? currency;

/** Money as people read it, exact to the last digit that is kept: ¥12,400.00, −$5.00, KWD 1.500. */
export const moneyText = (amount: string, currency: string): string => {
  const grouped = groupDigits(amount, minorUnitsOf(currency));
  const sign = currencySign(currency);
  const spaced = sign === currency ? `${sign} ` : sign;
  return grouped.startsWith("−") ? `−${spaced}${grouped.slice(1)}` : `${spaced}${grouped}`;
};
