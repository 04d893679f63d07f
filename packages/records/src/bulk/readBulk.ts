import type { Problem } from "@sluice/problems";
import { sql, type Kysely } from "kysely";
import type { Caller } from "../door.ts";
import type { DB } from "../generated/database.ts";
import type { Reads } from "../list/reads.ts";
import { readAsker } from "../person/asker.ts";
import { assertDesigner } from "../process/processCommand.ts";
import type { BulkDeed, BulkTarget, PastDeed } from "./bulkAct.ts";
import { bulkRow, type BulkRow, type BulkStatus } from "./bulkRow.ts";

/** How far a bulk act is, and the first cases that it was refused for. */
export interface BulkProgress {
  readonly id: string;
  readonly process: string;
  readonly target: BulkTarget;
  readonly act: BulkDeed | PastDeed;
  readonly reason: string;
  readonly status: BulkStatus;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly done: number;
  readonly refused: number;
  readonly left: number;
  readonly refusals: readonly { readonly caseId: string; readonly problems: readonly Problem[] }[];
}

/** So many refusals are told. */
const MOST_TOLD = 100;

const progressOf = async (db: Kysely<DB>, row: BulkRow): Promise<BulkProgress> => {
  const { rows: counts } = await sql<{ done: number; refused: number; left: number }>`
    SELECT count(*) FILTER (WHERE result = 'done')::int AS done, count(*) FILTER (WHERE result = 'refused')::int AS refused,
      count(*) FILTER (WHERE result IS NULL)::int AS left FROM bulk_act_case WHERE bulk_act_id = ${row.id}`.execute(db);
  const { rows: refusals } = await sql<BulkProgress["refusals"][number]>`
    SELECT case_id AS "caseId", problems FROM bulk_act_case WHERE bulk_act_id = ${row.id} AND result = 'refused'
    ORDER BY case_id LIMIT ${MOST_TOLD}`.execute(db);
  const { id, process_key: process, target, act, reason, status, started_at: startedAt, ended_at: endedAt } = row;
  const { done = 0, refused = 0, left = 0 } = counts[0] ?? {};
  return { id, process, target, act, reason, status, startedAt, endedAt, done, refused, left, refusals };
};

/**
 * Answers how far a bulk act is.
 *
 * @problem NOT_ALLOWED - the caller is no admin
 * @problem NOT_FOUND - there is none of this id
 */
export const readBulk = async ({ db }: Reads, id: string, caller: Caller): Promise<BulkProgress> => {
  assertDesigner(await readAsker(db, caller.personId));
  return progressOf(db, await bulkRow(db, id));
};

/**
 * The bulk act on a process that was begun last, or null.
 *
 * @problem NOT_ALLOWED - the caller is no admin
 */
export const readNewestBulk = async ({ db }: Reads, process: string, caller: Caller): Promise<BulkProgress | null> => {
  assertDesigner(await readAsker(db, caller.personId));
  const { rows } = await sql<BulkRow>`
    SELECT * FROM bulk_act WHERE process_key = ${process} ORDER BY started_at DESC, id DESC LIMIT 1`.execute(db);
  return rows[0] === undefined ? null : progressOf(db, rows[0]);
};
