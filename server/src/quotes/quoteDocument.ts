import type { Language } from "@sluice/problems";
import type { Json } from "@sluice/process";
import type { RecordView } from "../records/recordShapes.ts";

/** One line of a printed quote. Decimals are strings, money is in the quote's currency. */
export interface PrintedLine {
  readonly description: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
  readonly discount: string;
  readonly total: string;
}

/** A quote with everything that stands on the paper, and nothing left to look up. */
export interface QuoteDocument {
  readonly language: Language;
  readonly firm: string;
  readonly number: string;
  readonly revision: number;
  readonly title: string;
  readonly customer: { readonly name: string; readonly address: string; readonly contact: string };
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly currency: string;
  readonly lines: readonly PrintedLine[];
  readonly listTotal: string;
  readonly discount: string;
  readonly total: string;
  readonly note: string;
  readonly terms: string;
}

/** Prints a quote; given to the server by whoever starts it, since printing is heavy and lives elsewhere. */
export type PrintQuote = (document: QuoteDocument) => Promise<Uint8Array>;

const text = (value: Json | undefined, otherwise = ""): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : otherwise;
const isFields = (value: Json): value is { readonly [path: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

interface Letterhead {
  readonly language: Language;
  readonly firm: string;
  readonly address: string;
  readonly issuedOn: string;
}

/** Puts a quote as its reader sees it on paper. */
export const quoteDocument = (
  { fields, refs, number, title }: RecordView,
  { language, firm, address, issuedOn }: Letterhead,
): QuoteDocument => {
  const lines = Array.isArray(fields["lines"]) ? fields["lines"].filter(isFields) : [];
  return {
    language,
    firm,
    number: number ?? title,
    revision: Number(fields["revision"] ?? 1),
    title: text(fields["name"], title),
    customer: { name: refs["customer"]?.title ?? "", address, contact: refs["contact"]?.title ?? "" },
    issuedOn,
    validUntil: text(fields["validUntil"]) || null,
    currency: text(fields["currency"]),
    lines: lines.map((line) => ({
      description: text(line["description"]),
      quantity: text(line["quantity"], "0"),
      unit: text(line["unit"]),
      unitPrice: text(line["unitPrice"], "0"),
      discount: text(line["discount"], "0"),
      total: text(line["total"], "0"),
    })),
    listTotal: text(fields["listTotal"], "0"),
    discount: text(fields["discount"], "0"),
    total: text(fields["total"], "0"),
    note: text(fields["note"]),
    terms: text(fields["terms"]),
  };
};
