import type { Pool } from "pg";
import type { Addressee } from "./sendDirective.ts";

/** A case that should have moved by itself and did not, and how often the sweep has sent to it since, this time included. */
export interface StuckCase extends Addressee {
  readonly times: number;
}

interface StuckRow {
  readonly id: string;
  readonly process_key: string;
  readonly lane: Addressee["lane"];
  readonly swept: number;
}

const FIND = `
WITH late AS (
  SELECT id FROM "case" WHERE alarm_at < now() - $1 * interval '1 millisecond'
  UNION
  SELECT case_id FROM effect
  WHERE status IN ('wanted', 'begun') AND wanted_at < now() - $1 * interval '1 millisecond'
    AND (status = 'wanted' OR begun_at < now() - 3 * $1 * interval '1 millisecond')
), picked AS (
  SELECT id FROM "case"
  WHERE id IN (SELECT id FROM late)
    AND (swept_at IS NULL OR swept_at < now() - $2 * power(2, greatest(0, least(swept, 5) - 1)) * interval '1 millisecond')
  ORDER BY alarm_at NULLS FIRST LIMIT $3
  FOR NO KEY UPDATE SKIP LOCKED
)
UPDATE "case" SET swept_at = now(), swept = CASE
    WHEN swept_at IS NULL OR last_event_at > swept_at OR swept_at < now() - 30 * $2 * interval '1 millisecond' THEN 1
    ELSE swept + 1
  END
FROM picked WHERE "case".id = picked.id
RETURNING "case".id, process_key, lane, swept`;

/**
 * Finds, whatever their status, cases with an alarm late by `overdueMs`, an effect not begun for as long, or one not ended
 * three times as long after its last begin; claims them, so that of several relays one sends.
 *
 * A case is found again after `overdueMs`, then after twice as long each time, up to sixteen times: a machine that is behind is
 * given time, for starting runs anew is work too, and would keep it behind for ever. What the case itself did since the last
 * time starts the count anew.
 */
export const stuckCases = async (
  pool: Pool,
  { overdueMs, everyMs, limit }: { readonly overdueMs: number; readonly everyMs: number; readonly limit: number },
): Promise<StuckCase[]> => {
  const { rows } = await pool.query<StuckRow>(FIND, [overdueMs, Math.max(overdueMs, Math.floor(everyMs * 0.8)), limit]);
  return rows.map(({ id, process_key, lane, swept }) => ({ caseId: id, processKey: process_key, lane, times: swept }));
};
