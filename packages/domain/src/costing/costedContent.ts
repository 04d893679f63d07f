/** A quoted line as far as its cost hangs on it. Its price and discounts do not: they are negotiated without costing anew. */
export interface QuotedLine {
  readonly id: string;
  readonly product: string | null;
  readonly description: string;
  readonly quantity: string;
  readonly unit: string | null;
}

/** A line of the cost sheet, decimals in their one spelling, `currency` and `rate` filled in. */
export interface CostedLine {
  readonly id: string;
  readonly kind: string;
  readonly quoteLine: string | null;
  readonly description: string;
  readonly quantity: string;
  readonly unitCost: string;
  readonly currency: string;
  readonly rate: string;
}

/** Everything that a signature under a cost sheet vouches for. */
export interface CostedContent {
  readonly quoteId: string;
  readonly quoteCurrency: string;
  readonly currency: string;
  readonly rateDate: string;
  readonly quoteLines: readonly QuotedLine[];
  readonly sheetLines: readonly CostedLine[];
}

const byId = (one: { readonly id: string }, other: { readonly id: string }): number =>
  one.id < other.id ? -1 : one.id > other.id ? 1 : 0;

const quotedParts = ({ id, product, description, quantity, unit }: QuotedLine): readonly unknown[] => [
  id,
  product,
  description,
  quantity,
  unit,
];

/** One quoted line as a canonical string: the same line has always the same, and two different ones never. */
export const quotedLineText = (line: QuotedLine): string => JSON.stringify(quotedParts(line));

/**
 * The canonical string of what a sheet costed: equal exactly when quote lines, sheet lines, costs and the rates as of
 * `rateDate` are equal. The order in which lines are shown does not count.
 *
 * The format is versioned by its first element; changing it makes every signature stale, so it is never edited.
 */
export const costedText = (content: CostedContent): string =>
  JSON.stringify([
    "costed/1",
    content.quoteId,
    content.quoteCurrency,
    content.currency,
    content.rateDate,
    content.quoteLines.toSorted(byId).map(quotedParts),
    content.sheetLines
      .toSorted(byId)
      .map(({ id, kind, quoteLine, description, quantity, unitCost, currency, rate }) => [
        id,
        kind,
        quoteLine,
        description,
        quantity,
        unitCost,
        currency,
        rate,
      ]),
  ]);
