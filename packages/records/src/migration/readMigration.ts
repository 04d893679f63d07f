import type { Problem } from "@sluice/problems";
import type { MigrationMapping, MigrationVerdict, TimerChoice } from "@sluice/process";
import { sql } from "kysely";
import type { Caller } from "../door.ts";
import type { House } from "../house.ts";
import { readAsker } from "../person/asker.ts";
import { connect } from "../transaction/connect.ts";
import { kyselyOn } from "../transaction/kyselyOn.ts";
import { assertMayMigrate } from "./assertMayMigrate.ts";
import type { MigrationFilter } from "./meantCases.ts";
import { casesLeft, migrationRow, type MigrationStatus } from "./migrationRow.ts";
import type { Undone } from "./takeOneBack.ts";

/** How far a migration is: what came of the cases it has looked at, and how many are left. */
export interface MigrationProgress {
  readonly id: string;
  readonly process: string;
  readonly from: number;
  readonly to: number;
  readonly mapping: MigrationMapping;
  readonly timers: TimerChoice;
  readonly reason: string;
  readonly filter: MigrationFilter;
  readonly status: MigrationStatus;
  readonly stoppedBy: { readonly caseId: string; readonly code: string } | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly left: number;
  readonly counts: Readonly<Partial<Record<MigrationVerdict, number>>>;
  readonly undone: Readonly<Partial<Record<Undone, number>>>;
  readonly undoReason: string | null;
  /** The first of those that did not go back to where they stood, and why. */
  readonly notBack: readonly {
    readonly caseId: string;
    readonly undone: Exclude<Undone, "undone">;
    readonly problems: readonly Problem[];
  }[];
  /** Those that have gone over while the others wait for word, so that they can be looked at; else none. */
  readonly tried: readonly {
    readonly caseId: string;
    readonly verdict: "moves";
    readonly problems: readonly Problem[];
  }[];
  /** The first of those that stay where they are, and why. */
  readonly staying: readonly {
    readonly caseId: string;
    readonly verdict: MigrationVerdict;
    readonly problems: readonly Problem[];
  }[];
}

/** So many of the cases that stay are told. */
const MOST_TOLD = 100;

type Counts = { readonly name: string; readonly count: number };

const asRecord = (rows: readonly Counts[]): Readonly<Record<string, number>> =>
  Object.fromEntries(rows.map(({ name, count }) => [name, count]));

/**
 * Answers how far a migration of many cases is.
 *
 * @problem NOT_ALLOWED - the caller is no admin
 * @problem NOT_FOUND - there is no such migration
 */
export const readMigration = async (house: House, id: string, caller: Caller): Promise<MigrationProgress> => {
  const client = await connect(house.pool);
  try {
    const db = kyselyOn(client);
    assertMayMigrate(await readAsker(db, caller.personId));
    const row = await migrationRow(db, id, "none");
    const counted = async (column: "verdict" | "undone"): Promise<Readonly<Record<string, number>>> => {
      const { rows } = await sql<Counts>`
        SELECT ${sql.ref(column)} AS name, count(*)::int AS count FROM case_migration_case
        WHERE migration_id = ${id} AND ${sql.ref(column)} IS NOT NULL GROUP BY 1`.execute(db);
      return asRecord(rows);
    };
    const { rows: left } = await sql<{
      count: number;
    }>`SELECT count(*)::int AS count ${await casesLeft({ db, types: house.types }, row)}`.execute(db);
    const { rows: staying } = await sql<MigrationProgress["staying"][number]>`
      SELECT case_id AS "caseId", verdict, problems FROM case_migration_case
      WHERE migration_id = ${id} AND verdict <> 'moves' ORDER BY case_id LIMIT ${MOST_TOLD}`.execute(db);
    const { rows: tried } = await sql<MigrationProgress["tried"][number]>`
      SELECT case_id AS "caseId", verdict, problems FROM case_migration_case
      WHERE migration_id = ${id} AND verdict = 'moves' AND ${row.status} = 'tried' ORDER BY case_id LIMIT ${MOST_TOLD}`.execute(
      db,
    );
    const { rows: notBack } = await sql<MigrationProgress["notBack"][number]>`
      SELECT case_id AS "caseId", undone, coalesce(undo_problems, '[]') AS problems FROM case_migration_case
      WHERE migration_id = ${id} AND undone <> 'undone' ORDER BY case_id LIMIT ${MOST_TOLD}`.execute(db);
    return {
      id,
      process: row.process_key,
      from: row.from_version,
      to: row.to_version,
      mapping: row.mapping,
      timers: row.timers,
      reason: row.reason,
      filter: row.filter,
      status: row.status,
      stoppedBy: row.stopped_by,
      startedAt: row.started_at,
      endedAt: row.ended_at,
      left: row.status === "running" || row.status === "tried" || row.status === "stopped" ? (left[0]?.count ?? 0) : 0,
      counts: await counted("verdict"),
      undone: await counted("undone"),
      undoReason: row.undo_reason,
      tried,
      notBack,
      staying,
    };
  } finally {
    client.release();
  }
};
