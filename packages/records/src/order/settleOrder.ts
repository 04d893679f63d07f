import { recordSchemas, fieldProblem } from "@sluice/domain";
import { problem, verdict, type Problem } from "@sluice/problems";
import { quoteCostProblems } from "../costing/costProblems.ts";
import type { FactContext } from "../registry/recordContext.ts";
import type { Settled } from "../registry/recordType.ts";
import type { Fields, StoredRecord } from "../registry/storedRecord.ts";
import { newId } from "../transaction/newId.ts";
import { linesIn, textIn } from "../values/fieldValues.ts";
import { fixedFields } from "../values/fixedFields.ts";

const { order: schema } = recordSchemas;
const COPIED = ["product", "description", "quantity", "unit", "listPrice", "discount", "unitPrice", "total"] as const;

const linesOf = (quote: StoredRecord): readonly Fields[] =>
  linesIn(quote.fields, "lines").map((line) => ({
    id: newId(),
    ...Object.fromEntries(COPIED.map((path) => [path, line[path] ?? null])),
  }));

/** Given values must be the quote's: an order never says anything else than what was accepted. */
const contradictions = (fields: Fields, quote: StoredRecord): readonly (Problem | false)[] =>
  (["customer", "currency"] as const).map((path) => {
    const [given, expected] = [textIn(fields, path), textIn(quote.fields, path)];
    return (
      given !== null &&
      given !== expected &&
      fieldProblem(
        { path, label: schema.fields[path]?.label ?? schema.label },
        path === "customer" ? "otherCustomer" : "otherCurrency",
        { expected },
      )
    );
  });

const notAccepted = (quote: StoredRecord): Problem =>
  problem(
    "CONTROL_POINT",
    { point: "quote.accepted", quote: textIn(quote.fields, "number"), quoteId: quote.id },
    {
      sentence: {
        en: `Quote ${textIn(quote.fields, "number") ?? ""} has not been accepted by the customer.`,
        zh: `报价单${textIn(quote.fields, "number") ?? ""}尚未被客户接受。`,
      },
    },
  );

/**
 * Makes an order of an accepted quote: lines, customer, currency and total are copies and never change.
 *
 * The quote is held while this is decided. The unique key on the quote stands behind "one order".
 *
 * @problem COST_NOT_SIGNED - as the rule `quote.costSigned` says
 * @problem CONTROL_POINT - the quote has not been accepted
 * @problem DUPLICATE - the quote has its order
 * @problem INPUT_INVALID - the customer or currency given is not the quote's
 * @problem FIELD_NOT_ALLOWED - a copied value was changed later
 */
export const settleOrder = async (
  draft: StoredRecord,
  before: StoredRecord | null,
  ctx: FactContext,
): Promise<Settled> => {
  if (before !== null) return { problems: fixedFields(["quote", "customer", "currency"], draft, before), derived: {} };
  const quote = await ctx.record({ type: "quote", id: textIn(draft.fields, "quote") ?? "" });
  if (quote === null) return { problems: [problem("REFERENCE_MISSING", { field: "quote" })], derived: {} };
  const other = await ctx.db
    .selectFrom("sales_order")
    .select("number")
    .where("quote_id", "=", quote.id)
    .executeTakeFirst();
  return {
    problems: verdict([
      ...(await quoteCostProblems(quote, ctx)),
      textIn(quote.fields, "acceptedAt") === null && notAccepted(quote),
      other !== undefined && problem("DUPLICATE", { field: "quote", value: other.number }),
      ...contradictions(draft.fields, quote),
    ]),
    derived: {
      lines: linesOf(quote),
      customer: quote.fields["customer"] ?? null,
      currency: quote.fields["currency"] ?? null,
      total: quote.fields["total"] ?? null,
    },
  };
};
