import { COST_SIGNED_RULE } from "@sluice/domain";
import { problem, Refusal } from "@sluice/problems";
import { sql } from "kysely";
import type { FactContext, WriteContext } from "../registry/recordContext.ts";
import type { Fields, StoredRecord } from "../registry/storedRecord.ts";
import { isChanged, textIn } from "../values/fieldValues.ts";
import { termsHash } from "./agreedTerms.ts";

const OVERRIDDEN = "costOverriddenAt";

/** Whether somebody else has let this quote go without a signed cost sheet, for exactly what it says now. */
export const isCostOverridden = async (quote: StoredRecord, { db }: FactContext): Promise<boolean> => {
  if (textIn(quote.fields, OVERRIDDEN) === null) return false;
  const found = await db
    .selectFrom("cost_override")
    .select("decision_id")
    .where("quote_id", "=", quote.id)
    .where("content_hash", "=", termsHash(quote))
    .executeTakeFirst();
  return found !== undefined;
};

/** Takes an override off a quote in the write that makes another offer of it. */
export const voidedOverride = (draft: StoredRecord, before: StoredRecord | null): Fields =>
  before !== null && textIn(before.fields, OVERRIDDEN) !== null && termsHash(draft) !== termsHash(before)
    ? { costOverriddenAt: null, costOverriddenBy: null }
    : {};

interface Approval {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly record: Fields | null;
}

/** The newest approval in a case by somebody who neither asked for it nor stands for whoever did. */
const approvalBySomebodyElse = async ({ db, caseId }: WriteContext): Promise<Approval | null> => {
  const { rows } = await sql<Approval>`
    SELECT d.id, d.by, d.at, d.record FROM decision d JOIN "case" c ON c.id = d.case_id
    WHERE d.case_id = ${caseId} AND d.verdict = 'approve'
      AND d.by IN (SELECT p.id::text FROM person p)
      AND d.by IS DISTINCT FROM c.initiator_id::text AND (d.on_behalf_of IS NULL OR d.on_behalf_of <> c.initiator_id)
    ORDER BY d.seq DESC LIMIT 1`.execute(db);
  return rows[0] ?? null;
};

/**
 * Keeps what an override was approved for, in the write that stamps it: the decision with the record as its approver saw it.
 *
 * Whatever process stamps a quote as overridden, it holds only by an approval of somebody else than who asked, and only for
 * what that person saw.
 *
 * @problem CONTROL_POINT - nobody else has approved it, or the quote says something else by now
 */
export const keepCostOverride = async (
  quote: StoredRecord,
  before: StoredRecord | null,
  ctx: WriteContext,
): Promise<void> => {
  if (textIn(quote.fields, OVERRIDDEN) === null || !isChanged(OVERRIDDEN, quote.fields, before?.fields)) return;
  const approval = await approvalBySomebodyElse(ctx);
  const hash = termsHash(quote);
  if (approval === null || approval.record === null || termsHash({ fields: approval.record }) !== hash)
    throw new Refusal([
      problem(
        "CONTROL_POINT",
        { point: "quote.costOverridden", quote: textIn(quote.fields, "number"), quoteId: quote.id },
        {
          rule: COST_SIGNED_RULE,
          sentence: {
            en: "The cost rule is overridden only by an approval of somebody else than who asks for it, for what they saw.",
            zh: "成本规则的豁免须由申请人以外的人批准，且仅对其所见内容有效。",
          },
        },
      ),
    ]);
  await ctx.db
    .insertInto("cost_override")
    .values({
      decision_id: approval.id,
      quote_id: quote.id,
      content_hash: hash,
      approved_by: approval.by,
      approved_at: approval.at,
    })
    .execute();
};
