/** One line of a printed quote. Decimals are strings, money is in the quote's currency. */
export interface PrintedLine {
  readonly description: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
  /** Share of the list price: `0.13` is 13 %. */
  readonly discount: string;
  readonly total: string;
}

/** A quote as it is printed: everything that stands on the paper, and nothing to look up. */
export interface QuoteDocument {
  readonly language: "en" | "zh";
  readonly firm: string;
  readonly number: string;
  readonly revision: number;
  readonly title: string;
  readonly customer: { readonly name: string; readonly address: string; readonly contact: string };
  /** ISO date. */
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly currency: string;
  readonly lines: readonly PrintedLine[];
  readonly listTotal: string;
  /** Share that the whole quote is discounted by. */
  readonly discount: string;
  readonly total: string;
  readonly note: string;
  readonly terms: string;
  /** Stands before the lines; left out where there is none. */
  readonly opening?: string;
  /** Stands at the end; left out where there is none. */
  readonly closing?: string;
}
