import { quotedLineText } from "@sluice/domain";
import type { FactContext } from "../registry/recordContext.ts";
import type { StoredRecord } from "../registry/storedRecord.ts";
import { decimalIn, textIn } from "../values/fieldValues.ts";
import { quotedLinesOf } from "./costedContentOf.ts";
import { productCosts, type ProductCost } from "./productCosts.ts";

/** What a signature vouched for, as it was kept. */
export interface Signature {
  readonly total: string;
  readonly validUntil: string | null;
  /** Where the sheet's process stood. */
  readonly stage: string | null;
  readonly quoteLines: Readonly<Record<string, string>>;
  readonly productCosts: Readonly<Record<string, ProductCost>>;
}

/** Keeps what was signed: written in the signing transaction, never changed. */
export const keepSignature = async (quote: StoredRecord, sheet: StoredRecord, ctx: FactContext): Promise<void> => {
  const lines = quotedLinesOf(quote);
  await ctx.db
    .insertInto("cost_signature")
    .values({
      cost_sheet_id: sheet.id,
      content_hash: textIn(sheet.fields, "contentHash") ?? "",
      signed_at: textIn(sheet.fields, "signedAt") ?? ctx.at,
      signed_by: textIn(sheet.fields, "signedBy"),
      valid_until: textIn(sheet.fields, "validUntil"),
      stage: textIn(sheet.fields, "stage"),
      total: decimalIn(sheet.fields, "total").toFixed(),
      quote_lines: JSON.stringify(Object.fromEntries(lines.map((line) => [line.id, quotedLineText(line)]))),
      product_costs: JSON.stringify(
        await productCosts(
          lines.map(({ product }) => product),
          ctx,
        ),
      ),
    })
    .execute();
};

/** The newest signature under a sheet's present fingerprint, or null. */
export const findSignature = async (sheet: StoredRecord, ctx: FactContext): Promise<Signature | null> => {
  const row = await ctx.db
    .selectFrom("cost_signature")
    .select(["total", "valid_until", "stage", "quote_lines", "product_costs"])
    .where("cost_sheet_id", "=", sheet.id)
    .where("content_hash", "=", textIn(sheet.fields, "contentHash") ?? "")
    .orderBy("signed_at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    total: row.total,
    validUntil: row.valid_until,
    stage: row.stage,
    quoteLines: row.quote_lines as Signature["quoteLines"],
    productCosts: row.product_costs as Signature["productCosts"],
  };
};
