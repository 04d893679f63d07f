import { sql } from "kysely";
import type { House } from "../house.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { runTransaction } from "../transaction/runTransaction.ts";

/** The tables that hold what is worked off in the background, a batch at a time. */
export type JobTable = "case_migration" | "bulk_act";

/** Claims the oldest job that nobody works on, for half a minute: a relay that dies leaves a lease that runs out. Null without any. */
export const claimJob = async <Row>(
  { db }: DoorTransaction,
  table: JobTable,
  openWhile: readonly string[],
): Promise<Row | null> => {
  const { rows } = await sql<Row>`
    UPDATE ${sql.table(table)} SET leased_until = clock_timestamp() + interval '30 seconds'
    WHERE id = (
      SELECT id FROM ${sql.table(table)}
      WHERE status IN (${sql.join(openWhile)}) AND (leased_until IS NULL OR leased_until < clock_timestamp())
      ORDER BY started_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
    ) RETURNING *`.execute(db);
  return rows[0] ?? null;
};

/** Lets a job go, so that whoever is free goes on with it. */
export const giveBackJob = (house: House, table: JobTable, id: string): Promise<void> =>
  runTransaction(house, async ({ db }) => {
    await sql`UPDATE ${sql.table(table)} SET leased_until = NULL WHERE id = ${id}`.execute(db);
  });
