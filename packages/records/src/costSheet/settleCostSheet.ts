import { contentHash, costingOutdated, costTotals, decimalText, fieldProblem, recordSchemas } from "@sluice/domain";
import { problem, verdict, type Problem } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { costedContentOf, quotedLinesOf } from "../costing/costedContentOf.ts";
import { findCosting, isCosting } from "../costing/costing.ts";
import type { FactContext } from "../registry/recordContext.ts";
import type { Settled } from "../registry/recordType.ts";
import type { Fields, StoredRecord } from "../registry/storedRecord.ts";
import { dayOf, daysAfter } from "../values/dayOf.ts";
import { decimalIn, linesIn, textIn } from "../values/fieldValues.ts";
import { fixedFields } from "../values/fixedFields.ts";
import { isSigning } from "./signing.ts";

/** How long a signature holds when nobody said otherwise. */
const SIGNED_FOR_DAYS = 30;

const { costSheet: schema } = recordSchemas;
const labelOf = (path: string) => schema.fields[path]?.label ?? schema.label;

/** What stands against one line: a foreign amount needs its rate, an own one has none, and a line named must be quoted. */
const lineProblems = (
  line: Fields,
  index: number,
  { currency, knownLines }: { readonly currency: string | null; readonly knownLines: ReadonlySet<string | null> },
): readonly Problem[] => {
  const place = (path: string) => ({
    path: `lines.${index}.${path}`,
    label: schema.fields["lines"]?.lineFields?.[path]?.label ?? labelOf("lines"),
  });
  const isForeign = textIn(line, "currency") !== null && textIn(line, "currency") !== currency;
  const rate = textIn(line, "rate");
  return verdict([
    isForeign && rate === null && problem("REQUIRED_FIELD", { field: `lines.${index}.rate` }),
    !isForeign && rate !== null && !decimalIn(line, "rate").eq(1) && fieldProblem(place("rate"), "rateOfOwnCurrency"),
    !knownLines.has(textIn(line, "quoteLine")) && fieldProblem(place("quoteLine"), "notInQuote"),
  ]);
};

/** The lines that a sheet may name: those quoted now, and those it named before (a quote moves on, its old sheet stays). */
const knownLinesOf = (quote: StoredRecord, before: StoredRecord | null): ReadonlySet<string | null> =>
  new Set([
    null,
    ...linesIn(quote.fields, "lines").map((line) => textIn(line, "id")),
    ...linesIn(before?.fields ?? {}, "lines").map((line) => textIn(line, "quoteLine")),
  ]);

/** What stands against signing: a quote that has moved on since it was costed. Costs written with the signature are costed now. */
const signingProblems = async (
  quote: StoredRecord,
  { draft, before }: { readonly draft: StoredRecord; readonly before: StoredRecord | null },
  ctx: FactContext,
): Promise<readonly Problem[]> => {
  if (!isSigning(draft, before) || isCosting(draft, before)) return [];
  const costing = await findCosting(draft, ctx);
  if (costing?.hash === contentHash(costedContentOf(quote, draft))) return [];
  const numberOf = ({ id, fields }: StoredRecord): string => textIn(fields, "number") ?? id;
  return costingOutdated(
    { id: quote.id, number: numberOf(quote), lines: quotedLinesOf(quote) },
    { id: draft.id, number: numberOf(draft), costedLines: costing?.lines ?? {} },
  );
};

/** What signing stamps: when, on what, and until when. A sheet without costs is not signed. */
const signed = async (quote: StoredRecord, draft: StoredRecord, ctx: FactContext): Promise<Fields> => ({
  signedAt: textIn(draft.fields, "signedAt") ?? ctx.at,
  contentHash: contentHash(costedContentOf(quote, draft)),
  validUntil: textIn(draft.fields, "validUntil") ?? daysAfter(await dayOf(ctx.db, ctx.at), SIGNED_FOR_DAYS),
});

/**
 * Computes a sheet's totals, and, in the write that signs it, the fingerprint of what stands signed.
 *
 * @problem REFERENCE_MISSING - its quote is gone
 * @problem FIELD_NOT_ALLOWED - it was moved to another quote
 * @problem INPUT_INVALID - its currency is not the quote's, a rate does not fit, or a line is not in the quote
 * @problem COST_NOT_SIGNED - it is signed after its quote was changed: it is to be costed again first
 * @problem REQUIRED_FIELD - an amount in another currency has no rate, or a sheet without costs is signed
 */
export const settleCostSheet = async (
  draft: StoredRecord,
  before: StoredRecord | null,
  ctx: FactContext,
): Promise<Settled> => {
  const { fields } = draft;
  const quoteId = textIn(fields, "quote");
  const quote = quoteId === null ? null : await ctx.record({ type: "quote", id: quoteId });
  if (quote === null) return { problems: [problem("REFERENCE_MISSING", { field: "quote" })], derived: {} };
  const currency = textIn(fields, "currency");
  const quoteCurrency = textIn(quote.fields, "currency");
  const lines = linesIn(fields, "lines");
  const totals = costTotals(
    lines.map((line) => ({
      quantity: decimalIn(line, "quantity"),
      unitCost: decimalIn(line, "unitCost"),
      rate: decimalIn(line, "rate", "1"),
    })),
    currency ?? "",
  );
  const known = knownLinesOf(quote, before);
  const signs = isSigning(draft, before);
  const pricedLines: Json = lines.map((line, index) => ({
    ...line,
    total: decimalText(totals.lines[index] ?? totals.total),
  }));
  return {
    problems: verdict([
      ...fixedFields(["quote"], draft, before),
      (before === null || signs) &&
        currency !== quoteCurrency &&
        fieldProblem({ path: "currency", label: labelOf("currency") }, "otherCurrency", { expected: quoteCurrency }),
      ...lines.flatMap((line, index) => lineProblems(line, index, { currency, knownLines: known })),
      ...(await signingProblems(quote, { draft, before }, ctx)),
      signs && lines.length === 0 && problem("REQUIRED_FIELD", { field: "lines" }),
    ]),
    derived: {
      total: decimalText(totals.total),
      lines: pricedLines,
      ...(signs ? await signed(quote, draft, ctx) : {}),
    },
  };
};
