import type { Assumption, WhatIfSummary } from "@sluice/process";
import { sql, type Kysely } from "kysely";
import type { Caller } from "../door.ts";
import type { DB } from "../generated/database.ts";
import type { Reads } from "../list/reads.ts";
import { readAsker } from "../person/asker.ts";
import { assertDesigner } from "../process/processCommand.ts";
import type { FoundDetail, FoundKind } from "./foundCases.ts";
import { newestWhatIf, whatIfRow, type WhatIfRow, type WhatIfStatus } from "./whatIfRow.ts";

/** How far a what-if is, and what it comes to so far. */
export interface WhatIfProgress {
  readonly id: string;
  readonly process: string;
  readonly from: string;
  readonly until: string;
  readonly seed: string;
  readonly assumptions: Readonly<Record<string, Assumption>>;
  readonly status: WhatIfStatus;
  /** How many are run; null until they are counted. */
  readonly cases: number | null;
  /** How many were closed in the period: the newest of them are run. */
  readonly closed: number | null;
  readonly done: number;
  readonly summary: WhatIfSummary | null;
  /** The content of the definition that was run: another one than the draft's means that it was changed since. */
  readonly hash: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

const progressOf = (row: WhatIfRow): WhatIfProgress => ({
  id: row.id,
  process: row.process_key,
  from: row.from_at,
  until: row.until_at,
  seed: row.seed,
  assumptions: row.assumptions,
  status: row.status,
  cases: row.cases,
  closed: row.closed,
  done: row.done,
  summary: row.summary,
  hash: row.hash,
  startedAt: row.started_at,
  endedAt: row.ended_at,
});

const assertMayLook = async (db: Kysely<DB>, caller: Caller): Promise<void> =>
  assertDesigner(await readAsker(db, caller.personId));

/**
 * Answers how far a what-if is.
 *
 * @problem NOT_ALLOWED - the caller may not draw processes
 * @problem NOT_FOUND - there is none of this id
 */
export const readWhatIf = async ({ db }: Reads, id: string, caller: Caller): Promise<WhatIfProgress> => {
  await assertMayLook(db, caller);
  return progressOf(await whatIfRow(db, id));
};

/**
 * The what-if of a process that was begun last, or null.
 *
 * @problem NOT_ALLOWED - the caller may not draw processes
 */
export const readNewestWhatIf = async (
  { db }: Reads,
  process: string,
  caller: Caller,
): Promise<WhatIfProgress | null> => {
  await assertMayLook(db, caller);
  const row = await newestWhatIf(db, process);
  return row === null ? null : progressOf(row);
};

/** A case of a what-if that is worth a look. */
export interface WhatIfCase {
  readonly place: number;
  readonly caseId: string;
  readonly kinds: readonly FoundKind[];
  readonly detail: FoundDetail;
}

/** Which cases are wanted; `after` is the place of the last one that is known. */
export interface WhatIfCasesWish {
  readonly id: string;
  readonly kind: FoundKind | null;
  readonly after: number | null;
  readonly limit: number;
}

/**
 * One page of the cases of a what-if that would go another way or cannot be compared, the one that was closed last first.
 *
 * @problem NOT_ALLOWED - the caller may not draw processes
 * @problem NOT_FOUND - there is no what-if of this id
 */
export const listWhatIfCases = async (
  { db }: Reads,
  { id, kind, after, limit }: WhatIfCasesWish,
  caller: Caller,
): Promise<readonly WhatIfCase[]> => {
  await assertMayLook(db, caller);
  await whatIfRow(db, id);
  const { rows } = await sql<WhatIfCase>`
    SELECT place, case_id AS "caseId", kinds, detail FROM what_if_case
    WHERE what_if_id = ${id} AND place > ${after ?? -1} AND (${kind}::text IS NULL OR ${kind}::text = ANY (kinds))
    ORDER BY place LIMIT ${limit}`.execute(db);
  return rows;
};
