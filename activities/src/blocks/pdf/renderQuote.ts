import { fileURLToPath } from "node:url";
import { Font, renderToBuffer } from "@react-pdf/renderer";
import { breakWord } from "./breakWord.ts";
import type { QuoteDocument } from "./quoteDocument.ts";
import { quotePages } from "./quotePages.tsx";

const font = (name: string): string => fileURLToPath(new URL(`../../../fonts/NotoSansSC-${name}.ttf`, import.meta.url));

Font.register({ family: "Printed", fonts: [{ src: font("Regular") }, { src: font("Bold"), fontWeight: 700 }] });
Font.registerHyphenationCallback(breakWord);

/** Prints a quote as PDF, on the thread at hand. Takes up to a second of it: servers use `printQuote`. */
export const renderQuote = (quote: QuoteDocument): Promise<Uint8Array> => renderToBuffer(quotePages(quote));
