import { contentHash, quotedLineText } from "@sluice/domain";
import { SIGNED_STAGE } from "../costSheet/signing.ts";
import type { FactContext } from "../registry/recordContext.ts";
import type { StoredRecord } from "../registry/storedRecord.ts";
import { isChanged, textIn } from "../values/fieldValues.ts";
import { costedContentOf, quotedLinesOf } from "./costedContentOf.ts";

/** The stage of a cost sheet's process in which its engineer works on it. */
const COSTING_STAGE = "costing";

const COSTED = ["lines", "currency", "rateDate"] as const;

/**
 * True when this write says what the sheet costs: its costs are written, or its engineer hands it on. What its signer does says
 * nothing about costs.
 */
export const isCosting = (sheet: StoredRecord, before: StoredRecord | null): boolean => {
  if (before === null || COSTED.some((path) => isChanged(path, sheet.fields, before.fields))) return true;
  const handsOn = textIn(before.fields, "stage") === COSTING_STAGE && isChanged("stage", sheet.fields, before.fields);
  return handsOn && textIn(sheet.fields, "stage") !== SIGNED_STAGE;
};

/** Keeps what a sheet was costed for, in the transaction that costs it. */
export const keepCosting = async (quote: StoredRecord, sheet: StoredRecord, ctx: FactContext): Promise<void> => {
  const costed = {
    cost_sheet_id: sheet.id,
    content_hash: contentHash(costedContentOf(quote, sheet)),
    quote_lines: JSON.stringify(
      Object.fromEntries(quotedLinesOf(quote).map((line) => [line.id, quotedLineText(line)])),
    ),
    costed_at: ctx.at,
  };
  await ctx.db
    .insertInto("costing")
    .values(costed)
    .onConflict((conflict) => conflict.column("cost_sheet_id").doUpdateSet(costed))
    .execute();
};

/** What a sheet was costed for; null when nobody has costed it. */
export const findCosting = async (
  sheet: StoredRecord,
  ctx: FactContext,
): Promise<{ readonly hash: string; readonly lines: Readonly<Record<string, string>> } | null> => {
  const row = await ctx.db
    .selectFrom("costing")
    .select(["content_hash", "quote_lines"])
    .where("cost_sheet_id", "=", sheet.id)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { hash: row.content_hash, lines: row.quote_lines as Readonly<Record<string, string>> };
};

/** Whether a sheet still stands for what its quote says. While its engineer works on it, that is the engineer's to see to. */
export const isUpToDate = async (sheet: StoredRecord, quote: StoredRecord, ctx: FactContext): Promise<boolean> =>
  textIn(sheet.fields, "stage") === COSTING_STAGE ||
  (await findCosting(sheet, ctx))?.hash === contentHash(costedContentOf(quote, sheet));
