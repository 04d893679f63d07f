/**
 * Writes a value as a cell of a CSV file that no spreadsheet runs as a formula: what begins with `= + - @`, a tab or a return
 * gets an apostrophe in front. A plain negative number stays a number.
 */
export const csvCell = (value: string): string => {
  const isFormula = /^[=+\-@\t\r＝＋－＠]/u.test(value) && !/^-\d+(\.\d+)?$/u.test(value);
  const safe = isFormula ? `'${value}` : value;
  return /[",\n\r;]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One line of a CSV file, its end included. */
export const csvLine = (values: readonly string[]): string => `${values.map(csvCell).join(",")}\r\n`;
