import { sql } from "kysely";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

/** As many cases hear of a change at once; the others after them, by a row of `fan_out`. */
const BATCH = 500;

const TOLD = sql`INSERT INTO case_inbox (case_id, happening, actor, lane)
  SELECT DISTINCT case_id, '{"type":"factsChanged"}'::jsonb, '{"kind":"system","name":"inbox"}'::jsonb, lane FROM watching`;

/** The next cases that watch each of `source`'s records, in the order of their ids: at most a batch of each. */
const watchingOf = (source: ReturnType<typeof sql>) => sql`watching AS (
    SELECT it.record_type, it.record_id, it.lane, w.case_id FROM ${source} AS it
    CROSS JOIN LATERAL (
      SELECT DISTINCT case_id FROM case_watch
      WHERE record_type = it.record_type AND record_id = it.record_id AND case_id > it.after_case_id
      ORDER BY case_id LIMIT ${BATCH}
    ) AS w
  )`;

/** Whoever comes after a full batch is told by whoever takes this row up. */
const GOES_ON = sql`INSERT INTO fan_out (record_type, record_id, after_case_id, lane)
  SELECT record_type, record_id, (array_agg(case_id ORDER BY case_id DESC))[1], lane FROM watching
  GROUP BY record_type, record_id, lane HAVING count(*) = ${BATCH}`;

interface Told {
  readonly case_id: string;
}

/**
 * Tells the cases that watch a record of this transaction that its facts may have changed: a batch at once, the others by a
 * row that is written with it, so that none is forgotten and no change grows with the number of those who watch it.
 *
 * Runs while the records are still locked for writing, and interest is noted only under a share lock: so either the watcher
 * read what is now written, or its note is seen here or by the batch that it is in. No wake-up is lost.
 */
export const wakeWatchers = async (tx: DoorTransaction): Promise<void> => {
  if (tx.changed.size === 0) return;
  const refs = [...tx.changed.values()].map((it) => it.record);
  const lane = [...tx.changed.values()].every((it) => it.by.via === "import") ? "bulk" : "people";
  const changed = sql`(
    SELECT type AS record_type, id AS record_id, ${lane}::text AS lane, '00000000-0000-0000-0000-000000000000'::uuid AS after_case_id
    FROM unnest(${refs.map((it) => it.type)}::text[], ${refs.map((it) => it.id)}::uuid[]) AS ref (type, id))`;
  const { rows } = await sql<Told>`
    WITH ${watchingOf(changed)}, rest AS (${GOES_ON}) ${TOLD} RETURNING case_id`.execute(tx.db);
  for (const row of rows) tx.inboxOf.add(row.case_id);
};

/**
 * Tells the next batch of those who watch a change that went round in part. Answers whether there was one to go on with.
 *
 * A row is taken up by one transaction, which replaces it by the next: cut short, it is taken up again, and nobody is left out.
 */
export const wakeMoreWatchers = async (tx: DoorTransaction, lane: string): Promise<boolean> => {
  const { rows } = await sql<{ readonly id: string }>`
    SELECT id FROM fan_out WHERE lane = ${lane} ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`.execute(tx.db);
  const id = rows[0]?.id;
  if (id === undefined) return false;
  const taken = sql`(DELETE FROM fan_out WHERE id = ${id} RETURNING record_type, record_id, lane, after_case_id)`;
  const told = await sql<Told>`
    WITH taken AS ${taken}, ${watchingOf(sql`taken`)}, rest AS (${GOES_ON}) ${TOLD} RETURNING case_id`.execute(tx.db);
  for (const row of told.rows) tx.inboxOf.add(row.case_id);
  return true;
};
