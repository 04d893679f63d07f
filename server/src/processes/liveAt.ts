import { caseFilter, type Reads } from "@sluice/records";
import { sql } from "kysely";
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
 * longest. A stage counts each case in it once, and as late by itself or by work at its steps. Due times count as they were last.
 */
export const liveAt = async (
  reads: Reads,
  { key, at, filter }: { readonly key: string; readonly at: string; readonly filter: LiveFilter },
): Promise<LiveNode[]> => {
  const test = await caseFilter(reads, { key, alias: "case" }, filter);
  const { rows } = await sql<Row>`
    WITH there AS MATERIALIZED (
      SELECT stay.case_id, stay.node, stay.is_stage, stay.entered_at,
        coalesce(stay.due_at <= ${at}, false) OR coalesce(stay.late_at <= ${at}, false) AS is_late
      FROM stay JOIN "case" ON "case".id = stay.case_id
      WHERE stay.process_key = ${key} AND stay.entered_at <= ${at} AND (stay.left_at IS NULL OR stay.left_at > ${at}) AND ${test}
    ), late AS (SELECT case_id FROM there WHERE is_late GROUP BY case_id)
    SELECT there.node, there.is_stage AS "isStage", count(*) AS open, min(there.entered_at) AS "oldestAt",
      count(*) FILTER (WHERE CASE WHEN there.is_stage THEN late.case_id IS NOT NULL ELSE there.is_late END) AS late
    FROM there LEFT JOIN late ON late.case_id = there.case_id
    GROUP BY there.node, there.is_stage ORDER BY there.node`.execute(reads.db);
  return rows.map(({ open, late, ...row }) => ({
    ...row,
    open: Number(open),
    late: Number(late),
    medianMinutes: null,
    minutesPerDay: 0,
  }));
};

const STEPS = { yesterday: { count: 24, unit: "hour" }, month: { count: 30, unit: "day" } } as const;

/** The instants of yesterday by the hour, or of the last thirty days by the day, each with how many cases ran then. */
export const livePast = async (
  reads: Reads,
  { key, span, zone, filter }: { key: string; span: keyof typeof STEPS; zone: string; filter: LiveFilter },
): Promise<LivePast> => {
  const test = await caseFilter(reads, { key, alias: "case" }, filter);
  const { count, unit } = STEPS[span];
  const today = sql`(date_trunc('day', now() AT TIME ZONE ${zone}::text))`;
  const first = span === "yesterday" ? sql`${today} - interval '1 day'` : sql`${today} - interval '29 days'`;
  const { rows } = await sql<{ at: string; running: string }>`
    WITH instant AS (
      SELECT least((${first} + place * ${`1 ${unit}`}::interval) AT TIME ZONE ${zone}::text, now()) AS at
      FROM generate_series(1, ${count}) AS place
    ), span AS MATERIALIZED (
      SELECT opened_at, ended_at FROM "case"
      WHERE process_key = ${key} AND seq > 0 AND (ended_at IS NULL OR ended_at > (SELECT min(at) FROM instant)) AND ${test}
    )
    SELECT instant.at, (
      SELECT count(*) FROM span WHERE opened_at <= instant.at AND (ended_at IS NULL OR ended_at > instant.at)) AS running
    FROM instant ORDER BY instant.at`.execute(reads.db);
  return rows.map(({ at, running }) => ({ at, running: Number(running) }));
};
