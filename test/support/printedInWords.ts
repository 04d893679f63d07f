import type { PrintQuote } from "@sluice/server";

/** A printer that writes a quote's number and total as plain text: paper lies outside what these tests look at. */
export const printedInWords: PrintQuote = async ({ number, total, currency }) =>
  new TextEncoder().encode(`%PDF-1.7\n${number} ${total} ${currency}\n`);
