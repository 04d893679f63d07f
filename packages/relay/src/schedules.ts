import type { Pool } from "pg";

/** A schedule as it is wanted of Temporal, or that none is. */
export interface WantedSchedule {
  readonly cron: string;
  readonly zone: string;
}

/** A schedule that this relay may bring in line, until its lease runs out. */
export interface ClaimedSchedule {
  readonly processKey: string;
  /** What tells this claim from a later one. */
  readonly lease: string;
  readonly wanted: WantedSchedule | null;
  /** Since when instants of it are due that may not have been told: it was first wanted then, or fired last. */
  readonly dueSince: string;
}

const WANTED = `
  SELECT p.key, t ->> 'cron' AS cron, t ->> 'zone' AS zone FROM process p
  JOIN process_version v ON v.process_key = p.key AND v.version = p.published_version
  CROSS JOIN LATERAL jsonb_path_query_first(v.definition, '$.nodes[*] ? (@.kind == "start").trigger ? (@.on == "schedule")') AS t
  WHERE p.kind = 'side' AND t IS NOT NULL`;

const OUT_OF_LINE = `
WITH wanted AS (${WANTED})
SELECT coalesce(w.key, s.process_key) AS key FROM wanted w FULL JOIN schedule s ON s.process_key = w.key
WHERE w.key IS NULL OR (w.cron, w.zone, $1::text) IS DISTINCT FROM (s.cron, s.zone, s.epoch)
ORDER BY 1 LIMIT 100`;

/** The keys of processes whose schedule Temporal may not hold as it is wanted. */
export const schedulesOutOfLine = async (pool: Pool, epoch: string): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ key: string }>(OUT_OF_LINE, [epoch]);
  return rows.map(({ key }) => key);
};

const CLAIM = `
INSERT INTO schedule (process_key, leased_until) VALUES ($1, now() + interval '30 seconds')
ON CONFLICT (process_key) DO UPDATE SET leased_until = EXCLUDED.leased_until
  WHERE schedule.leased_until IS NULL OR schedule.leased_until < now()
RETURNING leased_until::text AS lease, cron, zone, since::text AS since`;

const NOW_WANTED = `
WITH wanted AS (${WANTED})
SELECT (SELECT json_build_object('cron', cron, 'zone', zone) FROM wanted WHERE key = $1) AS wanted,
  to_json((SELECT greatest($2::timestamptz, max(at), now() - interval '1 day') FROM schedule_firing WHERE process_key = $1)) #>> '{}' AS "dueSince"`;

/** Claims a schedule by a lease, so that of several relays one brings it in line; null while another does. Read under the claim. */
export const claimSchedule = async (pool: Pool, processKey: string): Promise<ClaimedSchedule | null> => {
  const { rows } = await pool.query<{ lease: string; since: string }>(CLAIM, [processKey]);
  const [claim] = rows;
  if (claim === undefined) return null;
  const { rows: now } = await pool.query<{ wanted: WantedSchedule | null; dueSince: string }>(NOW_WANTED, [
    processKey,
    claim.since,
  ]);
  const { wanted = null, dueSince = claim.since } = now[0] ?? {};
  return { processKey, lease: claim.lease, wanted, dueSince };
};

const HELD = `
UPDATE schedule SET since = CASE WHEN (cron, zone) IS NOT DISTINCT FROM ($3::text, $4::text) OR cron IS NULL THEN since ELSE now() END,
  cron = $3, zone = $4, epoch = $5, leased_until = NULL
WHERE process_key = $1 AND leased_until::text = $2`;

/** Notes what Temporal holds now. A claim that has run out, or that was made void meanwhile, notes nothing: it is done again. */
export const noteSchedule = async (
  pool: Pool,
  { processKey, lease, wanted }: ClaimedSchedule,
  epoch: string,
): Promise<void> => {
  if (wanted === null)
    await pool.query("DELETE FROM schedule WHERE process_key = $1 AND leased_until::text = $2", [processKey, lease]);
  else await pool.query(HELD, [processKey, lease, wanted.cron, wanted.zone, epoch]);
};

/** Temporal has lost what it held: every schedule is to be made anew, and claims under way count for nothing. */
export const forgetSchedules = async (pool: Pool): Promise<void> => {
  await pool.query("UPDATE schedule SET epoch = NULL, leased_until = NULL");
};
