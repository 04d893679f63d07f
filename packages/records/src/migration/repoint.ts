import type { MigrationMapping } from "@sluice/process";
import { sql } from "kysely";
import type { CaseInHand } from "../case/caseInHand.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

/** Tables whose rows tell at which step of the case they are, and which of them still count. */
const PLACES = [
  ["task", sql`status = 'open'`],
  ["stay", sql`left_at IS NULL`],
  ["effect", sql`TRUE`],
  ["incident", sql`cleared_at IS NULL`],
] as const;

/**
 * What control points look back on is never rewritten: what was seen at a step that is called otherwise now is noted once more
 * under its new name.
 */
const renameSeen = async (
  tx: DoorTransaction,
  it: CaseInHand,
  { old, now }: { readonly old: readonly string[]; readonly now: readonly string[] },
): Promise<void> => {
  await sql`
    INSERT INTO milestone (id, record_type, record_id, key, at, by, seq, case_id)
    SELECT uuidv7(), m.record_type, m.record_id, r.key, m.at, m.by, m.seq, m.case_id
    FROM milestone m
    JOIN unnest(${[...old]}::text[], ${[...now]}::text[]) AS t (old, now)
      ON m.key = 'stage:' || t.old OR m.key LIKE 'step:' || t.old || ':%'
    CROSS JOIN LATERAL (
      SELECT split_part(m.key, ':', 1) || ':' || t.now || substr(m.key, length(split_part(m.key, ':', 1) || t.old) + 2) AS key
    ) r
    WHERE m.case_id = ${it.id} AND NOT EXISTS (
      SELECT FROM milestone o WHERE o.case_id = m.case_id AND o.key = r.key AND o.at = m.at
    )
    ORDER BY m.at, m.id`.execute(tx.db);
};

/** Has the rows of a case speak of the steps of its new version, as these are called there; its open stays are of that version. */
export const repoint = async (tx: DoorTransaction, it: CaseInHand, { nodes }: MigrationMapping): Promise<void> => {
  const pairs = Object.entries(nodes).flatMap(([old, now]) => (now === null || now === old ? [] : [{ old, now }]));
  const [old, now] = [pairs.map((pair) => pair.old), pairs.map((pair) => pair.now)];
  if (pairs.length > 0) {
    for (const [table, counts] of PLACES)
      await sql`
        UPDATE ${sql.table(table)} SET node = t.now FROM unnest(${old}::text[], ${now}::text[]) AS t (old, now)
        WHERE case_id = ${it.id} AND node = t.old AND ${counts}`.execute(tx.db);
    await renameSeen(tx, it, { old, now });
  }
  await sql`UPDATE stay SET version = ${it.version} WHERE case_id = ${it.id} AND left_at IS NULL`.execute(tx.db);
};
