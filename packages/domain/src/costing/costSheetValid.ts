/** The field path of the derived fact "this cost sheet still vouches for its quote". */
export const COST_SHEET_VALID = "costSheet.valid";

/** Where a derived fact looks: a record, and the fields of it that count. */
export interface FactInput {
  readonly recordType: string;
  readonly recordId: string;
  readonly fields: readonly string[];
}

/**
 * Declares everything that `costSheet.valid` and `quote.costSigned` hang on, so that the door can watch it.
 *
 * A record that is not named here never makes a signed sheet stale; the day (expiry) is a timer of the process, not an input.
 */
export const costSheetValidInputs = (about: {
  readonly quoteId: string;
  readonly sheetId: string | null;
  readonly productIds: readonly string[];
}): readonly FactInput[] => [
  { recordType: "quote", recordId: about.quoteId, fields: ["currency", "lines", "costSheet"] },
  ...(about.sheetId === null
    ? []
    : [
        {
          recordType: "costSheet",
          recordId: about.sheetId,
          fields: ["currency", "rateDate", "validUntil", "lines", "signedAt"],
        },
      ]),
  ...[...new Set(about.productIds)]
    .toSorted()
    .map((recordId) => ({ recordType: "product", recordId, fields: ["cost", "currency"] })),
];
