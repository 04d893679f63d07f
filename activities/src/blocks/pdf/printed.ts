import { groupDigits, shareText } from "@sluice/domain";

/** Writes a discount as per cent: `0.1300` → `13%`, none → nothing. */
export const printedShare = (share: string): string => (/^0(\.0*)?$/.test(share) ? "" : shareText(share));

/** Writes a quantity without trailing zeros: `12.5000` → `12.5`. */
export const printedQuantity = (decimal: string): string => groupDigits(decimal, 0);
