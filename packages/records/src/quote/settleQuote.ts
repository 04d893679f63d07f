import { decimalText, fieldProblem, marginOf, priceQuote, recordSchemas } from "@sluice/domain";
import { problem, verdict, type Problem } from "@sluice/problems";
import type { Json } from "@sluice/process";
import type { FactContext } from "../registry/recordContext.ts";
import type { Settled } from "../registry/recordType.ts";
import type { Fields, StoredRecord } from "../registry/storedRecord.ts";
import { decimalIn, linesIn, textIn } from "../values/fieldValues.ts";
import { fixedFields } from "../values/fixedFields.ts";
import { voidedPrice } from "./agreedPrice.ts";
import { voidedOverride } from "./costOverride.ts";
import { issuedProblems } from "./issued.ts";

const { quote: schema } = recordSchemas;

/** The stages of the quote's process at which it is stamped as sent and as accepted. */
const STAMPS = { sentAt: "sent", acceptedAt: "accepted" } as const;

const priced = (fields: Fields): Fields => {
  const lines = linesIn(fields, "lines");
  const prices = priceQuote({
    currency: textIn(fields, "currency") ?? "",
    discount: decimalIn(fields, "discount"),
    lines: lines.map((line) => ({
      quantity: decimalIn(line, "quantity"),
      listPrice: decimalIn(line, "listPrice"),
      discount: decimalIn(line, "discount"),
    })),
  });
  const costTotal = textIn(fields, "costTotal");
  const margin = costTotal === null ? null : marginOf(prices.total, decimalIn(fields, "costTotal"));
  const pricedLines: Json = lines.map((line, index) => {
    const price = prices.lines[index];
    return price === undefined
      ? line
      : { ...line, unitPrice: decimalText(price.unitPrice), total: decimalText(price.total) };
  });
  return {
    lines: pricedLines,
    listTotal: decimalText(prices.listTotal),
    total: decimalText(prices.total),
    effectiveDiscount: decimalText(prices.effectiveDiscount),
    margin: margin === null ? null : decimalText(margin),
  };
};

const stamps = (fields: Fields, at: string): Fields =>
  Object.fromEntries(
    Object.entries(STAMPS).flatMap(([path, stage]) =>
      textIn(fields, "stage") === stage && textIn(fields, path) === null ? [[path, at]] : [],
    ),
  );

/** A contact is one of the customer's; looked at only when one of the two changes. */
const contactProblems = async (
  draft: StoredRecord,
  before: StoredRecord | null,
  ctx: FactContext,
): Promise<readonly Problem[]> => {
  const contactId = textIn(draft.fields, "contact");
  const isAsked =
    contactId !== null &&
    (before === null ||
      textIn(before.fields, "contact") !== contactId ||
      textIn(before.fields, "customer") !== textIn(draft.fields, "customer"));
  if (!isAsked) return [];
  const contact = await ctx.record({ type: "contact", id: contactId });
  const isTheirs = contact !== null && textIn(contact.fields, "customer") === textIn(draft.fields, "customer");
  return isTheirs
    ? []
    : [fieldProblem({ path: "contact", label: schema.fields["contact"]?.label ?? schema.label }, "otherCustomer")];
};

/** A revision counts on from the quote that it revises, which has at most one. */
const revision = async (
  draft: StoredRecord,
  before: StoredRecord | null,
  ctx: FactContext,
): Promise<{ readonly problems: readonly Problem[]; readonly revision: number }> => {
  if (before !== null)
    return { problems: fixedFields(["revisionOf"], draft, before), revision: Number(before.fields["revision"] ?? 1) };
  const revisedId = textIn(draft.fields, "revisionOf");
  if (revisedId === null) return { problems: [], revision: 1 };
  const revised = await ctx.record({ type: "quote", id: revisedId });
  if (revised === null) return { problems: [problem("REFERENCE_MISSING", { field: "revisionOf" })], revision: 1 };
  const other = await ctx.db
    .selectFrom("quote")
    .select("number")
    .where("revision_of_id", "=", revisedId)
    .executeTakeFirst();
  return {
    problems: verdict([other !== undefined && problem("DUPLICATE", { field: "revisionOf", value: other.number })]),
    revision: Number(revised.fields["revision"] ?? 1) + 1,
  };
};

/**
 * Prices a quote whenever it is written and stamps it when its process sends it or sees it accepted. An override of the cost
 * rule and a special price end with the offer that they were approved for.
 *
 * @problem DOCUMENT_ISSUED - it was sent already and would say something else
 * @problem INPUT_INVALID - the contact is another customer's
 * @problem DUPLICATE - the quote to revise has a revision
 * @problem FIELD_NOT_ALLOWED - what it revises was changed afterwards
 */
export const settleQuote = async (
  draft: StoredRecord,
  before: StoredRecord | null,
  ctx: FactContext,
): Promise<Settled> => {
  const counted = await revision(draft, before, ctx);
  return {
    problems: [...issuedProblems(draft, before), ...(await contactProblems(draft, before, ctx)), ...counted.problems],
    derived: {
      ...priced(draft.fields),
      ...stamps(draft.fields, ctx.at),
      ...voidedOverride(draft, before),
      ...voidedPrice(draft, before),
      revision: counted.revision,
    },
  };
};
