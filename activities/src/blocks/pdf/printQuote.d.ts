import type { QuoteDocument } from "./quoteDocument.ts";
/**
 * Prints a quote as PDF in a thread of its own, so it never holds up whoever asks. The same document gives the same bytes.
 *
 * One thread serves the process and is started anew when it died; it does not keep the process alive by itself.
 */
export declare const printQuote: (quote: QuoteDocument) => Promise<Uint8Array>;
