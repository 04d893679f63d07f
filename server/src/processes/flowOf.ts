import { ordinaryDay, workOf } from "@sluice/domain";
import { calendarOf, type Reads } from "@sluice/records";
import { sql } from "kysely";
import { ofFilter } from "./ofFilter.ts";
import type { LiveFilter, StepFlow } from "./processShapes.ts";
import { type EndedStay, quantile, workedMinutes } from "./workedMinutes.ts";

const DAYS = 30;
/** The newest stays that times are told of. */
const MOST_STAYS = 2_000;

/**
 * How one step of a process went in the last 30 days, today among them, over all its versions: how many cases entered it, by
 * the day in the firm's zone, how many left it, and how long it took them at the median and the ninetieth percentile, in
 * working time by the firm's calendar; of a filter, those of its cases. Times are those of the newest 2,000 stays that ended.
 */
export const flowOf = async (
  reads: Reads,
  { key, node, filter = {} }: { readonly key: string; readonly node: string; readonly filter?: LiveFilter },
): Promise<StepFlow> => {
  const { db } = reads;
  const [calendar, isMeant] = await Promise.all([calendarOf(db, null), ofFilter(reads, key, filter)]);
  const zone = sql`${calendar.zone}::text`;
  const today = sql`date_trunc('day', now() at time zone ${zone})`;
  const firstDay = sql`${today} - make_interval(days => ${DAYS - 1}::int)`;
  const from = sql`((${firstDay}) at time zone ${zone})`;
  const [days, ended, stays] = await Promise.all([
    sql<{ on: string; entered: string }>`
      with entries as (
        select date_trunc('day', entered_at at time zone ${zone}) as day, count(*) as entered from stay
        where process_key = ${key} and node = ${node} and (left_at is null or left_at >= ${from}) and entered_at >= ${from} and ${isMeant}
        group by 1)
      select to_char(day, 'YYYY-MM-DD') as on, coalesce(entered, 0) as entered
      from generate_series(${firstDay}, ${today}, interval '1 day') as day left join entries using (day)
      order by day`.execute(db),
    sql<{ count: string }>`
      select count(*) from stay
      where process_key = ${key} and node = ${node} and left_at is not null and left_at >= ${from} and ${isMeant}`.execute(
      db,
    ),
    sql<EndedStay>`
      select (extract(epoch from entered_at) * 1000)::float8 as entered, (extract(epoch from left_at) * 1000)::float8 as left
      from stay where process_key = ${key} and node = ${node} and left_at is not null and left_at >= ${from} and ${isMeant}
      order by left_at desc limit ${MOST_STAYS}`.execute(db),
  ]);
  const minutes = workedMinutes(stays.rows, calendar);
  return {
    days: days.rows.map(({ on, entered }) => ({ on, entered: Number(entered) })),
    entered: days.rows.reduce((sum, { entered }) => sum + Number(entered), 0),
    left: Number(ended.rows[0]?.count ?? 0),
    medianMinutes: quantile(minutes, 0.5),
    p90Minutes: quantile(minutes, 0.9),
    minutesPerDay: workOf(ordinaryDay(calendar)) / 60_000,
  };
};
