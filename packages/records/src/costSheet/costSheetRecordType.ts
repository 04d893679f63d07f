import { recordSchemas, searchTokens } from "@sluice/domain";
import { isCosting, isUpToDate, keepCosting } from "../costing/costing.ts";
import { costProblems } from "../costing/costProblems.ts";
import { keepSignature } from "../costing/signature.ts";
import type { FactContext, WriteContext } from "../registry/recordContext.ts";
import type { RecordType } from "../registry/recordType.ts";
import type { StoredRecord } from "../registry/storedRecord.ts";
import { isChanged, textIn } from "../values/fieldValues.ts";
import { settleCostSheet } from "./settleCostSheet.ts";
import { isSigning, SIGNED_STAGE } from "./signing.ts";

const quoteOf = ({ fields }: StoredRecord, ctx: FactContext): Promise<StoredRecord | null> =>
  ctx.record({ type: "quote", id: textIn(fields, "quote") ?? "" });

/** Whether a sheet vouches for its quote as it stands now. */
const isValid = async (sheet: StoredRecord, ctx: FactContext): Promise<boolean> => {
  const quote = await quoteOf(sheet, ctx);
  return quote !== null && (await costProblems(quote, sheet, ctx)).length === 0;
};

/** A new sheet becomes its quote's newest; the newest one's total is the quote's cost; what was costed and signed is kept. */
const afterWrite = async (sheet: StoredRecord, before: StoredRecord | null, ctx: WriteContext): Promise<void> => {
  const quote = await quoteOf(sheet, ctx);
  if (quote === null) return;
  if (isCosting(sheet, before)) await keepCosting(quote, sheet, ctx);
  if (isSigning(sheet, before)) await keepSignature(quote, sheet, ctx);
  const isNewest = before === null || textIn(quote.fields, "costSheet") === sheet.id;
  if (before === null || (isNewest && isChanged("total", sheet.fields, before.fields))) {
    await ctx.setFields(
      { type: "quote", id: quote.id },
      { costSheet: sheet.id, costTotal: textIn(sheet.fields, "total") },
    );
  }
};

/**
 * Cost sheets: valid only while what was signed is what stands, answered anew whenever someone asks.
 *
 * `stale` says the same to a process, of what a sheet stands for in its stage: its costing until it is signed, then its
 * signature. So the step that signs it reads there what still holds after it, as `valid` does not.
 */
export const costSheetRecordType: RecordType = {
  schema: recordSchemas.costSheet,
  table: "cost_sheet",
  rank: 20,
  lines: { lines: { table: "cost_sheet_line", parent: "cost_sheet_id" } },
  settle: settleCostSheet,
  afterWrite,
  derivedFacts: {
    valid: isValid,
    stale: async (sheet, ctx) => {
      const stage = textIn(sheet.fields, "stage");
      if (stage === SIGNED_STAGE) return !(await isValid(sheet, ctx));
      const quote = await quoteOf(sheet, ctx);
      return quote === null || !(await isUpToDate(sheet, quote, ctx));
    },
  },
  extraColumns: ({ fields }) => ({ tokens: searchTokens([textIn(fields, "number")]) }),
};
