import { sql } from "kysely";
import { claimJob, giveBackJob } from "../bulk/claimJob.ts";
import type { House } from "../house.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { runTransaction } from "../transaction/runTransaction.ts";
import { incidentOf } from "./incidentOf.ts";
import { casesLeft, type MigrationRow, type MigrationStatus } from "./migrationRow.ts";
import { takeOneBack, type Moved } from "./takeOneBack.ts";
import { takeOneOver } from "./takeOneOver.ts";

/** The first cases of a migration are a trial. */
const TRIAL = 5;

/** So many cases are claimed at once; each is a transaction of its own. */
const BATCH = 50;

/** What is to be done next of a migration that nobody else works on. */
type Batch = { readonly row: MigrationRow } & (
  | { readonly over: readonly string[] }
  | { readonly back: readonly Moved[] }
  | { readonly nothing: true }
);

const end = async (tx: DoorTransaction, row: MigrationRow, status: MigrationStatus, by: unknown = null) => {
  await sql`
    UPDATE case_migration SET status = ${status}, leased_until = NULL, stopped_by = ${by === null ? null : JSON.stringify(by)}::jsonb,
      ended_at = CASE WHEN ${status === "tried" || status === "stopped"} THEN NULL ELSE ${await tx.house.clock.now(tx.db)}::timestamptz END
    WHERE id = ${row.id}`.execute(tx.db);
  return { row, nothing: true } as const;
};

const lookedAt = async (tx: DoorTransaction, row: MigrationRow): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM (SELECT FROM case_migration_case WHERE migration_id = ${row.id} LIMIT ${TRIAL}) s`.execute(
    tx.db,
  );
  return rows[0]?.count ?? 0;
};

const nextOver = async (tx: DoorTransaction, row: MigrationRow): Promise<Batch> => {
  const incident = await incidentOf(tx, row);
  if (incident !== null) return end(tx, row, "stopped", incident);
  const count = await lookedAt(tx, row);
  if (count >= TRIAL && row.stops_after_trial) {
    await sql`UPDATE case_migration SET stops_after_trial = FALSE WHERE id = ${row.id}`.execute(tx.db);
    return end(tx, row, "tried");
  }
  const { rows } = await sql<{ id: string }>`
    SELECT c.id ${await casesLeft({ db: tx.db, types: tx.house.types }, row)} ORDER BY c.id LIMIT ${count < TRIAL ? TRIAL - count : BATCH}`.execute(
    tx.db,
  );
  return rows.length === 0 ? end(tx, row, "done") : { row, over: rows.map(({ id }) => id) };
};

const nextBack = async (tx: DoorTransaction, row: MigrationRow): Promise<Batch> => {
  const { rows } = await sql<Moved>`
    SELECT case_id AS "caseId", seq, stood FROM case_migration_case
    WHERE migration_id = ${row.id} AND verdict = 'moves' AND undone IS NULL ORDER BY case_id LIMIT ${BATCH}`.execute(
    tx.db,
  );
  return rows.length === 0 ? end(tx, row, "undone") : { row, back: rows };
};

/** Claims the oldest migration that nobody works on, and what is next of it. */
const claim = (house: House): Promise<Batch | null> =>
  runTransaction(house, async (tx) => {
    const row = await claimJob<MigrationRow>(tx, "case_migration", ["running", "undoing"]);
    if (row === null) return null;
    return row.status === "undoing" ? nextBack(tx, row) : nextOver(tx, row);
  });

/**
 * Goes on with a migration of many cases: the next batch, one transaction a case, the first five before all others. It is
 * stopped by an incident of a case that it moved, before the next is touched. Answers whether there was anything to do.
 */
export const migrateMore = async (house: House): Promise<boolean> => {
  const batch = await claim(house);
  if (batch === null) return false;
  if ("over" in batch) for (const caseId of batch.over) if (!(await takeOneOver(house, batch.row, caseId))) break;
  if ("back" in batch) for (const moved of batch.back) await takeOneBack(house, batch.row, moved);
  if (!("nothing" in batch)) await giveBackJob(house, "case_migration", batch.row.id);
  return true;
};
