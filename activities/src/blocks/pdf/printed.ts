import { groupDigits, moneyText, shareText } from "@sluice/domain";

/** A text with the hyphen for the minus sign, which the printing font lacks. */
export const withHyphens = (text: string): string => text.replaceAll("\u2212", "-");

/** Writes an amount exactly: `18600.5` → `¥18,600.50`. */
export const printedMoney = (decimal: string, currency: string): string => withHyphens(moneyText(decimal, currency));

/** Writes a discount as per cent: `0.1300` → `13%`, none → nothing. */
export const printedShare = (share: string): string => (/^0(\.0*)?$/.test(share) ? "" : withHyphens(shareText(share)));

/** Writes a quantity without trailing zeros: `12.5000` → `12.5`. */
export const printedQuantity = (decimal: string): string => withHyphens(groupDigits(decimal, 0));
