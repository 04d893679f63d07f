import { groupDigits } from "./groupDigits.ts";

/** Moves the decimal point of a decimal: exact, for shares that are read as per cent (0.135 → 13.5). */
export const shiftPoint = (decimal: string, places: number): string => {
  const isNegative = decimal.startsWith("-");
  const [whole = "0", fraction = ""] = decimal.replace(/^[-+]/u, "").split(".");
  const digits = (
    places >= 0 ? whole + fraction.padEnd(places, "0") : whole.padStart(1 - places, "0") + fraction
  ).replace(/^$/u, "0");
  const wholeLength = places >= 0 ? whole.length + places : Math.max(whole.length, 1 - places) + places;
  const shifted = `${digits.slice(0, wholeLength) || "0"}.${digits.slice(wholeLength)}`;
  const trimmed = shifted.replace(/^0+(?=\d)/u, "").replace(/\.?0*$/u, "");
  return isNegative && trimmed !== "0" ? `-${trimmed}` : trimmed;
};

/** A share as people read it, exact: 0.135 → 13.5%. */
export const shareText = (share: string): string => `${groupDigits(shiftPoint(share, 2), null)}%`;
