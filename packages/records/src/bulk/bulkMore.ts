import { problem, Refusal, type Problem } from "@sluice/problems";
import { sql } from "kysely";
import { intervene } from "../doorMethods/intervene.ts";
import { moveCase } from "../doorMethods/moveCase.ts";
import type { House } from "../house.ts";
import { rowCommandId } from "../import/rowCommandId.ts";
import { runTransaction } from "../transaction/runTransaction.ts";
import type { BulkRow } from "./bulkRow.ts";
import { claimJob, giveBackJob } from "./claimJob.ts";

/** So many cases are taken up at once; each is a command of its own. */
const BATCH = 50;

interface Batch {
  readonly row: BulkRow;
  readonly caseIds: readonly string[];
}

const nextBatch = (house: House): Promise<Batch | null> =>
  runTransaction(house, async (tx) => {
    const row = await claimJob<BulkRow>(tx, "bulk_act", ["running"]);
    if (row === null) return null;
    const { rows } = await sql<{ case_id: string }>`
      SELECT case_id FROM bulk_act_case WHERE bulk_act_id = ${row.id} AND result IS NULL ORDER BY case_id LIMIT ${BATCH}`.execute(
      tx.db,
    );
    if (rows.length === 0)
      await sql`
        UPDATE bulk_act SET status = 'done', leased_until = NULL, ended_at = ${await house.clock.now(tx.db)}
        WHERE id = ${row.id} AND status = 'running'`.execute(tx.db);
    return { row, caseIds: rows.map(({ case_id: caseId }) => caseId) };
  });

/** The open incidents, or pieces of work, of a case that are meant now. */
const openParts = async (house: House, { act, target }: BulkRow, caseId: string): Promise<readonly string[]> => {
  const node = target.node ?? null;
  const isWork = act.do === "reassign";
  const { rows } = await house.pool.query<{ id: string }>(
    isWork
      ? `SELECT id::text FROM task WHERE case_id = $1 AND status = 'open' AND kind IN ('task', 'approval', 'revise')
           AND ($2::text IS NULL OR node = $2 OR NOT EXISTS (SELECT FROM stay WHERE case_id = $1 AND node = $2 AND NOT is_stage)) ORDER BY opened_at, id`
      : `SELECT key AS id FROM incident WHERE case_id = $1 AND cleared_at IS NULL
           AND ($2::text IS NULL OR node = $2 OR NOT EXISTS (SELECT FROM stay WHERE case_id = $1 AND node = $2 AND NOT is_stage)) ORDER BY raised_at, key`,
    [caseId, node],
  );
  return rows.map(({ id }) => id);
};

/** What of a case is meant: fixed before the first of it is done, so that whoever goes on after a kill means the same. */
const partsOf = async (house: House, row: BulkRow, caseId: string): Promise<readonly string[]> => {
  const ids = await openParts(house, row, caseId);
  const { rows } = await house.pool.query<{ parts: readonly string[] }>(
    `UPDATE bulk_act_case SET parts = coalesce(parts, $3::jsonb) WHERE bulk_act_id = $1 AND case_id = $2 RETURNING parts`,
    [row.id, caseId, JSON.stringify(ids)],
  );
  return rows[0]?.parts ?? ids;
};

/**
 * Does it to one case, by the same door as for one alone. What was done before a kill is answered again and done once: its command
 * is named after the bulk act, the case and what of it is meant.
 */
const perform = async (house: House, row: BulkRow, caseId: string): Promise<void> => {
  const { act, reason } = row;
  const caller = { personId: row.person_id, via: row.via };
  const commandFor = (part: string) => ({ commandId: rowCommandId(row.id, `${caseId} ${part}`), caseId });
  switch (act.do) {
    case "move":
      await moveCase(house, { ...commandFor("move"), move: act.move, reason }, caller);
      return;
    case "suspend":
    case "resume":
    case "cancel":
      await intervene(house, { ...commandFor(act.do), act: { do: act.do }, reason }, caller);
      return;
    case "retry":
    case "skip":
    case "reassign": {
      const ids = await partsOf(house, row, caseId);
      if (ids.length === 0) throw new Refusal([problem("EVENT_NOT_APPLICABLE", { event: act.do })]);
      for (const id of ids) {
        const one = act.do === "reassign" ? { do: act.do, task: id, to: act.to } : { do: act.do, incident: id };
        await intervene(house, { ...commandFor(id), act: one, reason }, caller);
      }
    }
  }
};

const problemsOf = async (house: House, row: BulkRow, caseId: string): Promise<readonly Problem[]> => {
  try {
    await perform(house, row, caseId);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal) || error.problems.some(({ code }) => code === "BUSY")) throw error;
    return error.problems;
  }
};

/** Whether it is still wanted; asked before every case. */
const isWanted = async (house: House, { id }: BulkRow): Promise<boolean> => {
  const { rows } = await house.pool.query("SELECT FROM bulk_act WHERE id = $1 AND status = 'running'", [id]);
  return rows.length > 0;
};

/** Goes on with a bulk act by the next batch, one command a case. Answers whether there was anything to do. */
export const bulkMore = async (house: House): Promise<boolean> => {
  const batch = await nextBatch(house);
  if (batch === null) return false;
  const { row, caseIds } = batch;
  for (const caseId of caseIds) {
    if (!(await isWanted(house, row))) break;
    const problems = await problemsOf(house, row, caseId);
    await runTransaction(house, async ({ db }) => {
      await sql`
        UPDATE bulk_act_case SET result = ${problems.length === 0 ? "done" : "refused"}, problems = ${JSON.stringify(problems)}::jsonb,
          at = ${await house.clock.now(db)}
        WHERE bulk_act_id = ${row.id} AND case_id = ${caseId}`.execute(db);
    });
  }
  if (caseIds.length > 0) await giveBackJob(house, "bulk_act", row.id);
  return true;
};
