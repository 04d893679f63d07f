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
 * What rests where in the cases of one process, over all its versions: how many, how many late, since when the longest, and how
 * long a stay took at the median among those that ended in the last 90 days. A stage counts each case in it once, and as late
 * when it is there too long itself or its work is late at a step.
 */
export const liveNodes = async (db: Kysely<DB>, key: string): Promise<LiveNode[]> => {
  const { rows } = await sql<Row>`
    with recent as (
      select stay.*, "case".status from stay join "case" on "case".id = stay.case_id
      where stay.process_key = ${key} and (stay.left_at is null or stay.left_at > now() - interval '90 days')
    ), medians as (
      select node, is_stage,
        percentile_cont(0.5) within group (order by extract(epoch from left_at - entered_at) / 60) filter (where left_at is not null) as median_minutes
      from recent group by node, is_stage
    ), standing as (
      select node, count(*) filter (where status <> 'ended') as open,
        count(*) filter (where status = 'running' and due_at <= now()) as late,
        min(entered_at) filter (where status <> 'ended') as oldest_at
      from recent where left_at is null and not is_stage group by node
    ), in_stages as (
      select it.state ->> 'stage' as node, count(*) as open,
        count(*) filter (where it.status = 'running' and own.is_late) as late,
        min(coalesce(own.since, it.last_event_at)) as oldest_at
      from "case" as it left join lateral (
        select bool_or(late_at is not null or coalesce(due_at <= now(), false)) as is_late, min(entered_at) filter (where is_stage) as since
        from stay where case_id = it.id and left_at is null
      ) as own on true
      where it.process_key = ${key} and it.status <> 'ended' and it.state ->> 'stage' is not null
      group by it.state ->> 'stage'
    )
    select coalesce(standing.node, medians.node) as node, false as is_stage, coalesce(standing.open, 0) as open, coalesce(standing.late, 0) as late, standing.oldest_at, medians.median_minutes
    from standing full join (select * from medians where not is_stage) as medians on medians.node = standing.node
    union all
    select in_stages.node, true, in_stages.open, in_stages.late, in_stages.oldest_at, medians.median_minutes
    from in_stages left join medians on medians.node = in_stages.node and medians.is_stage
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
