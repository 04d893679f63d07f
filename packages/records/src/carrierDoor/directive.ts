import { queueName, type Directive, type EffectProfile } from "@sluice/contracts";
import { blocks } from "@sluice/process";
import { sql, type Kysely } from "kysely";
import type { DB } from "../generated/database.ts";

/** A carrier runs at most this many effects of one case at once; the others follow as these end. */
const MOST_EFFECTS = 100;

const profileOf = (block: string): EffectProfile => blocks[block]?.profile ?? "quick";

interface Row {
  readonly seq: number;
  readonly alarm_at: string | null;
  readonly armed_at: string | null;
  readonly status: string;
  readonly stage: string | null;
  readonly lane: "people" | "bulk";
  readonly effects: readonly { readonly key: string; readonly block: string }[] | null;
}

const readRow = async (db: Kysely<DB>, caseId: string): Promise<Row | undefined> => {
  const { rows } = await sql<Row>`
    SELECT c.seq, c.alarm_at, c.armed_at, c.status, c.stage_name ->> 'en' AS stage, c.lane, (
      SELECT json_agg(json_build_object('key', w.key, 'block', w.block) ORDER BY w.wanted_at, w.key) FROM (
        SELECT e.key, e.block, e.wanted_at FROM effect e
        WHERE e.case_id = c.id AND e.status IN ('wanted', 'begun') ORDER BY e.wanted_at, e.key LIMIT ${MOST_EFFECTS}
      ) w
    ) AS effects
    FROM "case" c WHERE c.id = ${caseId}`.execute(db);
  return rows[0];
};

const toDirective = (row: Row, epoch: string): Directive => ({
  seq: row.seq,
  alarmAt: row.alarm_at,
  effects: (row.effects ?? []).map(({ key, block }) => ({
    key,
    kind: block,
    queue: queueName(epoch, row.lane),
    profile: profileOf(block),
  })),
  ended: row.status === "ended",
  stage: row.stage ?? "",
});

/**
 * Hands out everything a case wants of its carrier, whole, as it stands now; null when there is no such case.
 *
 * The carrier holds the alarm that it is handed, so this is noted (`armedAt`) before it is: an alarm that moved later sent
 * nothing, and without the note one that then moves halfway back would send nothing either and ring too late.
 */
export const handOutDirective = async (db: Kysely<DB>, caseId: string, epoch: string): Promise<Directive | null> => {
  let row = await readRow(db, caseId);
  if (row !== undefined && row.armed_at !== row.alarm_at) {
    await sql`UPDATE "case" SET armed_at = alarm_at WHERE id = ${caseId}`.execute(db);
    row = await readRow(db, caseId);
  }
  return row === undefined ? null : toDirective(row, epoch);
};
