import { sql } from "kysely";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

/**
 * Tells every case that watches a record of this transaction that its facts may have changed.
 *
 * Runs while the records are still locked for writing, and interest is noted only under a share lock: so either the watcher
 * read what is now written, or its note is seen here. No wake-up is lost.
 */
export const wakeWatchers = async (tx: DoorTransaction): Promise<void> => {
  if (tx.changed.size === 0) return;
  const refs = [...tx.changed.values()].map((it) => it.record);
  const lane = [...tx.changed.values()].every((it) => it.by.via === "import") ? "bulk" : "people";
  const { rows } = await sql<{ case_id: string }>`
    INSERT INTO case_inbox (case_id, happening, actor, lane)
    SELECT DISTINCT w.case_id, '{"type":"factsChanged"}'::jsonb, '{"kind":"system","name":"inbox"}'::jsonb, ${lane}
    FROM case_watch w
    JOIN unnest(${refs.map((it) => it.type)}::text[], ${refs.map((it) => it.id)}::uuid[]) AS it (type, id)
      ON w.record_type = it.type AND w.record_id = it.id
    RETURNING case_id`.execute(tx.db);
  for (const row of rows) tx.inboxOf.add(row.case_id);
};
