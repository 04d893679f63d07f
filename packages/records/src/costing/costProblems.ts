import {
  contentHash,
  costDrift,
  costSigned,
  Decimal,
  type CostMovement,
  type QuotedLine,
  type SheetFacts,
} from "@sluice/domain";
import type { Problem } from "@sluice/problems";
import { isCostOverridden } from "../quote/costOverride.ts";
import type { FactContext } from "../registry/recordContext.ts";
import type { StoredRecord } from "../registry/storedRecord.ts";
import { dayOf } from "../values/dayOf.ts";
import { decimalIn, linesIn, textIn } from "../values/fieldValues.ts";
import { costedContentOf, quotedLinesOf } from "./costedContentOf.ts";
import { productCosts } from "./productCosts.ts";
import { findSignature, type Signature } from "./signature.ts";

/** How what a sheet spends on products has moved since it was signed. A cost in another currency than then counts as doubled. */
const movementsOf = async (
  lines: readonly QuotedLine[],
  sheet: StoredRecord,
  signature: Signature,
  ctx: FactContext,
): Promise<readonly CostMovement[]> => {
  const productOf = new Map(lines.map(({ id, product }) => [id, product]));
  const now = await productCosts([...productOf.values()], ctx);
  return linesIn(sheet.fields, "lines").flatMap((line): CostMovement[] => {
    const product = productOf.get(textIn(line, "quoteLine") ?? "") ?? null;
    const [then, today] = product === null ? [] : [signature.productCosts[product], now[product]];
    if (
      textIn(line, "kind") !== "material" ||
      then === undefined ||
      today === undefined ||
      then.cost === null ||
      today.cost === null
    )
      return [];
    const costThen = new Decimal(then.cost);
    return [
      {
        amount: decimalIn(line, "total"),
        costThen,
        costNow: today.currency === then.currency ? new Decimal(today.cost) : costThen.times(2),
      },
    ];
  });
};

const sheetFacts = async (quote: StoredRecord, sheet: StoredRecord, ctx: FactContext): Promise<SheetFacts> => {
  const signature = await findSignature(sheet, ctx);
  const drift =
    signature === null
      ? new Decimal(0)
      : costDrift(new Decimal(signature.total), await movementsOf(quotedLinesOf(quote), sheet, signature, ctx));
  return {
    id: sheet.id,
    number: textIn(sheet.fields, "number") ?? sheet.id,
    signedAt: textIn(sheet.fields, "signedAt"),
    hasLapsed: signature !== null && signature.stage !== textIn(sheet.fields, "stage"),
    validUntil: signature?.validUntil ?? null,
    signedHash: signature === null ? null : textIn(sheet.fields, "contentHash"),
    hashNow: contentHash(costedContentOf(quote, sheet)),
    signedLines: signature?.quoteLines ?? {},
    drift,
  };
};

/**
 * What stands against a quote as far as its cost goes, by the given sheet.
 *
 * Every record that the answer hangs on is read through `ctx`, so each is held until the commit and watched.
 *
 * @problem COST_NOT_SIGNED - as `costSigned` says
 */
export const costProblems = async (
  quote: StoredRecord,
  sheet: StoredRecord | null,
  ctx: FactContext,
): Promise<readonly Problem[]> =>
  costSigned({
    quote: { id: quote.id, number: textIn(quote.fields, "number") ?? quote.id, lines: quotedLinesOf(quote) },
    sheet: sheet === null ? null : await sheetFacts(quote, sheet, ctx),
    todayOn: await dayOf(ctx.db, ctx.at),
  });

/** The same by the quote's newest sheet: the rule `quote.costSigned`. Nothing stands against what somebody else has let go without it. */
export const quoteCostProblems = async (quote: StoredRecord, ctx: FactContext): Promise<readonly Problem[]> => {
  if (await isCostOverridden(quote, ctx)) return [];
  const sheetId = textIn(quote.fields, "costSheet");
  return costProblems(quote, sheetId === null ? null : await ctx.record({ type: "costSheet", id: sheetId }), ctx);
};
