import { ordinaryDay, workOf } from "@sluice/domain";
import { calendarOf, caseFilter, type Reads } from "@sluice/records";
import { type RawBuilder, sql } from "kysely";
import { withGoneSteps } from "./goneSteps.ts";
import { ofFilter } from "./ofFilter.ts";
import type { LiveFilter, LiveNode } from "./processShapes.ts";
import { type EndedStay, quantile, workedMinutes } from "./workedMinutes.ts";

interface Row {
  readonly node: string;
  readonly is_stage: boolean;
  readonly open: string;
  readonly late: string;
  readonly oldest_at: string | null;
}

/** The newest stays of each step that its time is told of. */
const MOST_STAYS = 100;

interface StayOfNode extends EndedStay {
  readonly node: string;
  readonly isStage: boolean;
}

/** The newest stays of the last 30 days that have ended, of each step that has any. */
const endedStays = async ({ db }: Reads, key: string, isMeant: RawBuilder<boolean>): Promise<readonly StayOfNode[]> => {
  const { rows } = await sql<StayOfNode>`
    select node, is_stage as "isStage", (extract(epoch from entered_at) * 1000)::float8 as entered, (extract(epoch from left_at) * 1000)::float8 as left
    from (
      select node, is_stage, entered_at, left_at, row_number() over (partition by node order by left_at desc) as place
      from stay where process_key = ${key} and left_at is not null and left_at > now() - interval '30 days' and ${isMeant}
    ) as newest where place <= ${MOST_STAYS}`.execute(db);
  return rows;
};

const mediansOf = async (reads: Reads, key: string, filter: LiveFilter) => {
  const isMeant = await ofFilter(reads, key, filter);
  const [calendar, stays] = await Promise.all([calendarOf(reads.db, null), endedStays(reads, key, isMeant)]);
  const byNode = new Map<string, number[]>();
  for (const [index, minutes] of workedMinutes(stays, calendar).entries()) {
    const { node } = stays[index] ?? { node: "" };
    byNode.set(node, [...(byNode.get(node) ?? []), minutes]);
  }
  const medianOf = (node: string): number | null => quantile(byNode.get(node) ?? [], 0.5);
  const nodes = [...new Map(stays.map(({ node, isStage }) => [node, { node, isStage }])).values()];
  return { nodes, medianOf, minutesPerDay: workOf(ordinaryDay(calendar)) / 60_000 };
};

/**
 * What rests where in the cases of one process, over all its versions: how many, how many late, since when the longest, and how
 * long the newest stays that ended in the last 30 days took at the median, in working time. A stage counts each case in it once,
 * and as late when it is there too long itself or its work is late at a step.
 */
export const liveNodes = async (
  reads: Reads,
  { key, filter = {} }: { readonly key: string; readonly filter?: LiveFilter },
): Promise<LiveNode[]> => {
  const { db } = reads;
  const [ofCase, ofIt] = await Promise.all(["case", "it"].map((alias) => caseFilter(reads, { key, alias }, filter)));
  const [{ rows }, { nodes, medianOf, minutesPerDay }] = await Promise.all([
    sql<Row>`
      select stay.node, false as is_stage, count(*) as open,
        count(*) filter (where "case".status = 'running' and stay.due_at <= now()) as late,
        min(stay.entered_at) as oldest_at
      from stay join "case" on "case".id = stay.case_id
      where stay.process_key = ${key} and stay.left_at is null and not stay.is_stage and "case".status <> 'ended' and ${ofCase}
      group by stay.node
      union all
      select it.state ->> 'stage', true, count(*),
        count(*) filter (where it.status = 'running' and own.is_late),
        min(coalesce(own.since, it.last_event_at))
      from "case" as it left join lateral (
        select bool_or(late_at is not null or coalesce(due_at <= now(), false)) as is_late, min(entered_at) filter (where is_stage) as since
        from stay where case_id = it.id and left_at is null
      ) as own on true
      where it.process_key = ${key} and it.status <> 'ended' and it.state ->> 'stage' is not null and ${ofIt}
      group by it.state ->> 'stage'
      order by node`.execute(db),
    mediansOf(reads, key, filter),
  ]);
  const standing = rows.map((row) => ({
    node: row.node,
    isStage: row.is_stage,
    open: Number(row.open),
    late: Number(row.late),
    oldestAt: row.oldest_at,
    medianMinutes: medianOf(row.node),
    minutesPerDay,
  }));
  const seen = new Set(standing.map(({ node }) => node));
  const passed = nodes.flatMap(({ node, isStage }) =>
    seen.has(node)
      ? []
      : [
          {
            node,
            isStage,
            open: 0,
            late: 0,
            oldestAt: null,
            medianMinutes: medianOf(node),
            minutesPerDay,
          },
        ],
  );
  return withGoneSteps(db, { key, stays: sql`stay.left_at IS NULL` }, [...standing, ...passed]);
};
