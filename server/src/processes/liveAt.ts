import { caseFilterThen, fittingStretches, type Reads, versionThen } from "@sluice/records";
import { sql } from "kysely";
import { withGoneSteps } from "./goneSteps.ts";
import type { LiveFilter, LiveNode, LivePast } from "./processShapes.ts";

interface Row {
  readonly node: string;
  readonly isStage: boolean;
  readonly open: string;
  readonly late: string;
  readonly oldestAt: string;
}

/**
 * What rested where in the cases of one process at an instant, told from the stays: how many, how many late, and since when the
 * longest. A stage counts each case in it once, and as late by itself or by work at its steps. Due times count as they were last;
 * version, department and amount as they were then.
 */
export const liveAt = async (
  reads: Reads,
  { key, at, filter }: { readonly key: string; readonly at: string; readonly filter: LiveFilter },
): Promise<LiveNode[]> => {
  const thereThen = sql`stay.process_key = ${key} AND stay.entered_at <= ${at} AND (stay.left_at IS NULL OR stay.left_at > ${at})`;
  const records = sql`SELECT DISTINCT "case".record_id FROM stay JOIN "case" ON "case".id = stay.case_id WHERE ${thereThen}`;
  const test = await caseFilterThen(reads, { key, alias: "case", at, records }, filter);
  const { rows } = await sql<Row>`
    WITH there AS MATERIALIZED (
      SELECT stay.case_id, stay.node, stay.is_stage, stay.entered_at,
        coalesce(stay.due_at <= ${at}, false) OR coalesce(stay.late_at <= ${at}, false) AS is_late
      FROM stay JOIN "case" ON "case".id = stay.case_id
      WHERE ${thereThen} AND ${test}
    ), late AS (SELECT case_id FROM there WHERE is_late GROUP BY case_id)
    SELECT there.node, there.is_stage AS "isStage", count(*) AS open, min(there.entered_at) AS "oldestAt",
      count(*) FILTER (WHERE CASE WHEN there.is_stage THEN late.case_id IS NOT NULL ELSE there.is_late END) AS late
    FROM there LEFT JOIN late ON late.case_id = there.case_id
    GROUP BY there.node, there.is_stage ORDER BY there.node`.execute(reads.db);
  const counted = rows.map(({ open, late, ...row }) => ({
    ...row,
    open: Number(open),
    late: Number(late),
    medianMinutes: null,
    minutesPerDay: 0,
  }));
  return withGoneSteps(reads.db, { key, stays: thereThen }, counted);
};

const STEPS = { yesterday: { count: 24, unit: "hour" }, month: { count: 30, unit: "day" } } as const;

/**
 * The instants of yesterday by the hour, or of the last thirty days by the day, each with how many cases ran then; of a filter,
 * those that fitted it at that instant.
 */
export const livePast = async (
  reads: Reads,
  { key, span, zone, filter }: { key: string; span: keyof typeof STEPS; zone: string; filter: LiveFilter },
): Promise<LivePast> => {
  const { count, unit } = STEPS[span];
  const today = sql`(date_trunc('day', now() AT TIME ZONE ${zone}::text))`;
  const first = span === "yesterday" ? sql`${today} - interval '1 day'` : sql`${today} - interval '29 days'`;
  const stretches = await fittingStretches(reads, key, filter, {
    records: sql`SELECT DISTINCT record_id FROM span`,
    since: sql`(SELECT min(at) FROM instant)`,
  });
  // Only a filter by version asks each case for its migrations.
  const hasMigrated =
    filter.version === undefined
      ? sql`false`
      : sql`EXISTS (SELECT FROM case_event WHERE case_id = "case".id AND event ->> 'type' = 'migrate')`;
  const ofVersion =
    filter.version === undefined
      ? sql`true`
      : sql`CASE WHEN span.has_migrated THEN ${versionThen("span", sql`instant.at`)} ELSE span.version END = ${filter.version}`;
  const { rows } = await sql<{ at: string; running: string }>`
    WITH instant AS MATERIALIZED (
      SELECT place, least((${first} + place * ${`1 ${unit}`}::interval) AT TIME ZONE ${zone}::text, now()) AS at
      FROM generate_series(1, ${count}) AS place
    ), span AS MATERIALIZED (
      SELECT id, record_id, version, opened_at, ended_at, ${hasMigrated} AS has_migrated
      FROM "case"
      WHERE process_key = ${key} AND seq > 0 AND (ended_at IS NULL OR ended_at > (SELECT min(at) FROM instant))
    ), ran AS MATERIALIZED (
      SELECT span.*, ${
        stretches === null
          ? sql`'-infinity'::timestamptz AS since, 'infinity'::timestamptz AS until FROM span`
          : sql`fitting.since, fitting.until FROM span JOIN (${stretches}) AS fitting USING (record_id)`
      }
    )
    SELECT instant.at, count(span.id) AS running
    FROM instant LEFT JOIN ran AS span ON span.opened_at <= instant.at AND (span.ended_at IS NULL OR span.ended_at > instant.at)
      AND span.since <= instant.at AND instant.at < span.until AND ${ofVersion}
    GROUP BY instant.place, instant.at ORDER BY instant.place`.execute(reads.db);
  return rows.map(({ at, running }) => ({ at, running: Number(running) }));
};
