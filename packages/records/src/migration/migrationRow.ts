import { problem, Refusal } from "@sluice/problems";
import type { MigrationMapping, TimerChoice } from "@sluice/process";
import { sql, type Kysely } from "kysely";
import type { Caller } from "../door.ts";
import type { DB } from "../generated/database.ts";
import type { RecordTypes } from "../registry/recordTypes.ts";
import { meantCases, type MigrationFilter } from "./meantCases.ts";

/**
 * How far a migration of many cases is.
 *
 * - `running`: its cases are taken over, the first five before all others
 * - `tried`: the first five are over, and it waits for word to go on
 * - `stopped`: a case that was taken over has an incident
 * - `cancelled`, `done`: no more are taken over
 * - `undoing`, `undone`: those that have not moved since go back, or have
 */
export type MigrationStatus = "running" | "tried" | "stopped" | "cancelled" | "done" | "undoing" | "undone";

/** A migration of many cases, as it is kept. */
export interface MigrationRow {
  readonly id: string;
  readonly process_key: string;
  readonly from_version: number;
  readonly to_version: number;
  readonly mapping: MigrationMapping;
  readonly timers: TimerChoice;
  readonly reason: string;
  readonly filter: MigrationFilter;
  readonly stops_after_trial: boolean;
  readonly status: MigrationStatus;
  readonly stopped_by: { readonly caseId: string; readonly code: string } | null;
  readonly person_id: string;
  readonly via: Caller["via"];
  readonly started_at: string;
  readonly ended_at: string | null;
  /** Why its cases are taken back; null while nobody has asked for that. */
  readonly undo_reason: string | null;
  readonly undo_person_id: string | null;
  readonly undo_via: Caller["via"] | null;
}

/**
 * The migration, as it stands; with `lock`, nobody else changes or works on it meanwhile.
 *
 * @problem NOT_FOUND - there is none of this id
 */
export const migrationRow = async (
  db: Kysely<DB>,
  id: string,
  lock: "none" | "share" | "update",
): Promise<MigrationRow> => {
  const locking = { none: sql``, share: sql`FOR SHARE`, update: sql`FOR NO KEY UPDATE` }[lock];
  const { rows } = await sql<MigrationRow>`SELECT * FROM case_migration WHERE id = ${id} ${locking}`.execute(db);
  if (rows[0] === undefined) throw new Refusal([problem("NOT_FOUND", { recordType: "migration" })]);
  return rows[0];
};

/** The SQL for the cases that a migration is still to look at, from `FROM` on; the table `case` is called `c` there. */
export const casesLeft = async (
  by: { readonly db: Kysely<DB>; readonly types: RecordTypes },
  { id, process_key: process, from_version: from, filter }: MigrationRow,
) => sql`
  ${await meantCases(by, { process, from, filter })}
    AND NOT EXISTS (SELECT FROM case_migration_case m WHERE m.migration_id = ${id} AND m.case_id = c.id)`;
