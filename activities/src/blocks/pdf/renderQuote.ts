import { fileURLToPath } from "node:url";
import { Font, renderToBuffer } from "@react-pdf/renderer";
import { breakWord } from "./breakWord.ts";
import type { QuoteDocument } from "./quoteDocument.ts";
import { quotePages } from "./quotePages.tsx";
import { unprintable } from "./unprintable.ts";

const font = (name: string): string => fileURLToPath(new URL(`../../../fonts/NotoSansSC-${name}.ttf`, import.meta.url));

Font.register({ family: "Printed", fonts: [{ src: font("Regular") }, { src: font("Bold"), fontWeight: 700 }] });
Font.registerHyphenationCallback(breakWord);

/**
 * Prints a quote as PDF, on the thread at hand, or answers the characters that its font lacks: nothing is left out in silence.
 * Takes up to a second of the thread: servers use `printQuote`.
 */
export const renderQuote = async (quote: QuoteDocument): Promise<Uint8Array | readonly string[]> => {
  const missing = await unprintable(quote, "Printed");
  return missing.length > 0 ? missing : renderToBuffer(quotePages(quote));
};
