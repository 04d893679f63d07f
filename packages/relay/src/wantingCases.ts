import type { Pool } from "pg";
import type { Addressee } from "./sendDirective.ts";

interface WantingRow {
  readonly id: string;
  readonly process_key: string;
  readonly lane: Addressee["lane"];
}

const FIND = `
SELECT id, process_key, lane FROM (
  SELECT c.id, c.process_key, c.lane, c.alarm_at, EXISTS (
    SELECT FROM effect WHERE effect.case_id = c.id AND effect.status IN ('wanted', 'begun')
  ) AS has_effect
  FROM "case" AS c
) AS it
WHERE has_effect OR alarm_at IS NOT NULL
ORDER BY NOT has_effect, alarm_at`;

/** Lists every case that wants anything of a carrier, whatever its status: effects first, then by alarm. */
export const wantingCases = async (pool: Pool): Promise<Addressee[]> => {
  const { rows } = await pool.query<WantingRow>(FIND);
  return rows.map(({ id, process_key, lane }) => ({ caseId: id, processKey: process_key, lane }));
};
