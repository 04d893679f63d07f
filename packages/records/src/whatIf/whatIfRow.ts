import { problem, Refusal } from "@sluice/problems";
import type { Assumption, WhatIfSummary } from "@sluice/process";
import { sql, type Kysely } from "kysely";
import type { DB } from "../generated/database.ts";

/**
 * How far a what-if is.
 *
 * - `running`: its cases are run, or it waits for its turn
 * - `done`: all were run
 * - `cancelled`: an admin did not want the rest
 * - `failed`: it could not be run to its end
 * - `ended`: the server that ran it is gone
 */
export type WhatIfStatus = "running" | "done" | "cancelled" | "failed" | "ended";

/** A what-if, as it is kept. */
export interface WhatIfRow {
  readonly id: string;
  readonly process_key: string;
  readonly from_at: string;
  readonly until_at: string;
  readonly seed: string;
  readonly assumptions: Readonly<Record<string, Assumption>>;
  readonly status: WhatIfStatus;
  readonly cases: number | null;
  readonly closed: number | null;
  readonly done: number;
  readonly summary: WhatIfSummary | null;
  readonly hash: string;
  readonly person_id: string;
  readonly started_at: string;
  readonly ended_at: string | null;
}

/** Whoever runs one says so at least this often, and is gone when nothing was heard for twice that. */
export const BEAT_MS = 10_000;

const COLUMNS = sql`id, process_key, from_at, until_at, seed, assumptions, cases, closed, done, summary, hash, person_id,
  started_at, ended_at, CASE WHEN status = 'running' AND beat_at < clock_timestamp() - make_interval(secs => ${(2 * BEAT_MS) / 1_000})
    THEN 'ended' ELSE status END AS status`;

/**
 * A what-if as it stands: one that nobody works on any more has ended, whatever its row says.
 *
 * @problem NOT_FOUND - there is none of this id
 */
export const whatIfRow = async (db: Kysely<DB>, id: string): Promise<WhatIfRow> => {
  const { rows } = await sql<WhatIfRow>`SELECT ${COLUMNS} FROM what_if WHERE id = ${id}`.execute(db);
  if (rows[0] === undefined) throw new Refusal([problem("NOT_FOUND", { recordType: "whatIf" })]);
  return rows[0];
};

/** The newest what-if of a process, or null. */
export const newestWhatIf = async (db: Kysely<DB>, processKey: string): Promise<WhatIfRow | null> => {
  const { rows } = await sql<WhatIfRow>`
    SELECT ${COLUMNS} FROM what_if WHERE process_key = ${processKey} ORDER BY started_at DESC, id DESC LIMIT 1`.execute(
    db,
  );
  return rows[0] ?? null;
};
