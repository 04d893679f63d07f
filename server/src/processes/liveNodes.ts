import type { DB } from "@sluice/records";
import { type Kysely, sql } from "kysely";
import type { LiveNode } from "./processShapes.ts";

interface Row {
  readonly node: string;
  readonly is_stage: boolean;
  readonly open: string;
  readonly late: string;
  readonly oldest_at: string | null;
  readonly median_minutes: number | null;
}

/**
 * What rests where in the cases of one process, over all its versions: at steps how many, how many late, since when the
 * longest, and how long a stay took at the median among those that ended in the last 90 days; in stages how many.
 */
export const liveNodes = async (db: Kysely<DB>, key: string): Promise<LiveNode[]> => {
  const { rows } = await sql<Row>`
    select stay.node, false as is_stage,
      count(*) filter (where stay.left_at is null and "case".status <> 'ended') as open,
      count(*) filter (where stay.left_at is null and "case".status = 'running' and stay.due_at <= now()) as late,
      min(stay.entered_at) filter (where stay.left_at is null and "case".status <> 'ended') as oldest_at,
      percentile_cont(0.5) within group (order by extract(epoch from stay.left_at - stay.entered_at) / 60) filter (where stay.left_at is not null) as median_minutes
    from stay join "case" on "case".id = stay.case_id
    where stay.process_key = ${key} and (stay.left_at is null or stay.left_at > now() - interval '90 days')
    group by stay.node
    union all
    select "case".state ->> 'stage', true, count(*), 0, min("case".last_event_at), null
    from "case" where "case".process_key = ${key} and "case".status <> 'ended' and "case".state ->> 'stage' is not null
    group by "case".state ->> 'stage'
    order by node`.execute(db);
  return rows.map((row) => ({
    node: row.node,
    isStage: row.is_stage,
    open: Number(row.open),
    late: Number(row.late),
    oldestAt: row.oldest_at,
    medianMinutes: row.median_minutes === null ? null : Math.round(Number(row.median_minutes) * 10) / 10,
  }));
};
