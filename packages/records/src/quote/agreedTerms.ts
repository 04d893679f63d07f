import { MAY_SEND_RULE } from "@sluice/domain";
import { problem, type Problem } from "@sluice/problems";
import type { FactContext } from "../registry/recordContext.ts";
import type { Fields, StoredRecord } from "../registry/storedRecord.ts";
import { contentHash } from "../transaction/canonicalJson.ts";
import { isChanged, linesIn, textIn } from "../values/fieldValues.ts";

/** The stage of a quote's process in which it stands agreed, waiting to be sent. */
const AGREED_STAGE = "approved";

/** What an approval agrees to: to whom, at what price, on what terms. Dates, names and notes are not decided on. */
const AGREED = ["customer", "currency", "discount", "terms"] as const;
const AGREED_IN_LINES = ["product", "description", "quantity", "unit", "listPrice", "discount"] as const;

const valuesAt = (paths: readonly string[], fields: Fields) => paths.map((path) => fields[path] ?? null);

/** The fingerprint of what a quote offers: equal exactly when it says the same to the same customer at the same price. */
export const termsHash = ({ fields }: Pick<StoredRecord, "fields">): string =>
  contentHash([valuesAt(AGREED, fields), linesIn(fields, "lines").map((line) => valuesAt(AGREED_IN_LINES, line))]);

/** Keeps what was agreed to, in the write that enters the agreed stage. */
export const keepAgreedTerms = async (
  quote: StoredRecord,
  before: StoredRecord | null,
  ctx: FactContext,
): Promise<void> => {
  const isAgreed = textIn(quote.fields, "stage") === AGREED_STAGE && isChanged("stage", quote.fields, before?.fields);
  if (!isAgreed) return;
  const agreed = { quote_id: quote.id, terms_hash: termsHash(quote), agreed_at: ctx.at };
  await ctx.db
    .insertInto("quote_terms")
    .values(agreed)
    .onConflict((conflict) => conflict.column("quote_id").doUpdateSet(agreed))
    .execute();
};

/** Whether a quote still says what was agreed to; before it is agreed, and after it is sent, there is nothing to compare. */
export const isAsAgreed = async (quote: StoredRecord, ctx: FactContext): Promise<boolean> => {
  if (textIn(quote.fields, "stage") !== AGREED_STAGE) return true;
  const agreed = await ctx.db
    .selectFrom("quote_terms")
    .select("terms_hash")
    .where("quote_id", "=", quote.id)
    .executeTakeFirst();
  return agreed?.terms_hash === termsHash(quote);
};

/**
 * What stands against sending a quote as far as its approval goes.
 *
 * @problem CONTROL_POINT - it says something else than what was approved
 */
export const asAgreedProblems = async (quote: StoredRecord, ctx: FactContext): Promise<readonly Problem[]> => {
  if (await isAsAgreed(quote, ctx)) return [];
  const number = textIn(quote.fields, "number") ?? quote.id;
  return [
    problem(
      "CONTROL_POINT",
      { point: "quote.asAgreed", quote: number, quoteId: quote.id },
      {
        rule: MAY_SEND_RULE,
        sentence: {
          en: `Quote ${number} was changed after it was approved; it is approved anew before it is sent.`,
          zh: `报价单${number}在批准后又有修改，须重新审批后方可发出。`,
        },
      },
    ),
  ];
};
