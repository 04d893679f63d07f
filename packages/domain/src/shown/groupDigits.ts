/** Whether a text is a plain decimal: digits, a point, no exponent. */
export const isPlainDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/u.test(text);

/**
 * Groups the digits of a decimal without ever making it a number: 1234567.5 → 1,234,567.50.
 *
 * `places` digits stand behind the point at least, and more only where they are not zeros; with null all that are there do.
 */
export const groupDigits = (decimal: string, places: number | null): string => {
  const isNegative = decimal.startsWith("-") && /[1-9]/u.test(decimal);
  const [whole = "0", fraction = ""] = decimal.replace(/^[-+]/u, "").split(".");
  const shownFraction = places === null ? fraction : fraction.replace(/0+$/u, "").padEnd(places, "0");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/gu, ",");
  return `${isNegative ? "−" : ""}${grouped}${shownFraction === "" ? "" : `.${shownFraction}`}`;
};
