import type { PrintQuote } from "@sluice/server";

/** A printer that writes a quote's number, total and language as plain text: paper lies outside what these tests look at. */
export const printedInWords: PrintQuote = async ({ number, total, currency, language }) =>
  new TextEncoder().encode(`%PDF-1.7\n${number} ${total} ${currency} ${language}\n`);
