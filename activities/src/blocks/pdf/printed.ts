/** Writes a decimal string with grouped digits, exactly: `18600.5` → `18,600.50`. */
export const printedMoney = (decimal: string, currency: string): string => {
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency, currencyDisplay: "narrowSymbol" });
  return format.format(decimal as Intl.StringNumericLiteral);
};

/** Writes a share as percent: `0.13` → `13%`, `0` → nothing. */
export const printedShare = (share: string): string =>
  /^0(\.0*)?$/.test(share)
    ? ""
    : new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 2 }).format(
        share as Intl.StringNumericLiteral,
      );

/** Writes a quantity without trailing zeros: `12.5000` → `12.5`. */
export const printedQuantity = (decimal: string): string =>
  new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 }).format(decimal as Intl.StringNumericLiteral);
