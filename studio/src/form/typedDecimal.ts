/** Whether a text is a number as it is kept while it is typed: digits, and perhaps a point with more. */
export const isTypedDecimal = (text: string): boolean => /^-?\d{1,40}(\.\d{0,20})?$/u.test(text);

/** What people type for a number, as it is kept: grouping commas, full-width digits and signs of money are understood. What is none stays as it is. */
export const understoodDecimal = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/[,、\s%¥$€£]/gu, "")
    .replace(/^[−–]/u, "-")
    .replace(/\.$/u, "");
