import { sql, type Kysely } from "kysely";
import { caseFilter } from "../bulk/caseFilter.ts";
import { standsAt } from "../bulk/standsAt.ts";
import type { DB } from "../generated/database.ts";
import type { RecordTypes } from "../registry/recordTypes.ts";

/**
 * Which of the open cases of the old version are taken over: all; those in a stage (by its key), or at a step or stage (by its
 * id); of a department and those below it, of an amount, as the record says them when the case's turn comes; or those named.
 */
export interface MigrationFilter {
  readonly stage?: string | undefined;
  readonly node?: string | undefined;
  readonly department?: string | undefined;
  readonly amountFrom?: string | undefined;
  readonly amountUntil?: string | undefined;
  readonly caseIds?: readonly string[] | undefined;
}

/** Cases of one version of a process, some or all. */
export interface Meant {
  readonly process: string;
  readonly from: number;
  readonly filter: MigrationFilter;
}

/** The SQL for the open cases that are meant, from `FROM` on; the table `case` is called `c` there. */
export const meantCases = async (
  by: { readonly db: Kysely<DB>; readonly types: RecordTypes },
  { process, from, filter: { stage, node, caseIds, ...ofRecord } }: Meant,
) => sql`
  FROM "case" c
  WHERE c.process_key = ${process} AND c.version = ${from} AND c.status <> 'ended' AND c.seq > 0
    AND (${stage ?? null}::text IS NULL OR c.stage_key = ${stage ?? null}::text)
    AND (${caseIds === undefined} OR c.id = ANY (${[...(caseIds ?? [])]}::uuid[]))
    AND ${standsAt("c", node)} AND ${await caseFilter(by, { key: process, alias: "c" }, ofRecord)}`;
