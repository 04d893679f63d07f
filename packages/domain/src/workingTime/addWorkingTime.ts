import { DAY_MS } from "../time/civilDate.ts";
import { instantText, parseInstant } from "../time/instant.ts";
import { instantOfWall, type ZoneOffset } from "../time/zoneOffset.ts";
import { exceptionalDays, stretchesOn } from "./stretchesOn.ts";
import { isUsable, ordinaryDay, wallMsOf, workOf, type WorkingCalendar } from "./workingCalendar.ts";

/** A span as process definitions say it. */
export interface TimeSpan {
  readonly amount: number;
  readonly unit: "second" | "minute" | "hour" | "day" | "week";
  readonly calendar: "working" | "elapsed";
}

/** Never searched further than this: a calendar that is off for a century is broken. */
const FURTHEST_DAYS = 36_525 * 4;

const ELAPSED_MS = { second: 1_000, minute: 60_000, hour: 3_600_000, day: DAY_MS, week: 7 * DAY_MS } as const;

/** A working day is as long as an ordinary day of the calendar, a working week as its ordinary week. */
const workingMs = ({ amount, unit }: TimeSpan, calendar: WorkingCalendar): number => {
  switch (unit) {
    case "day":
      return amount * workOf(ordinaryDay(calendar));
    case "week":
      return amount * calendar.week.reduce((sum, day) => sum + workOf(day), 0);
    case "second":
    case "minute":
    case "hour":
      return amount * ELAPSED_MS[unit];
  }
};

/**
 * Finds the instant at which a span of time after `from` is over.
 *
 * `elapsed` is the clock on the wall. `working` counts only working time: the answer is inside a working stretch or at its
 * end, never before `from`, never earlier for a later `from` or a longer span. Days with a change of clocks count their real
 * length. Pure: the zone's offsets are an argument; a calendar without working time is a bug of whoever stored it and throws.
 */
export const addWorkingTime = (
  from: string,
  span: TimeSpan,
  calendar: WorkingCalendar,
  zoneOffset: ZoneOffset,
): string => {
  const fromMs = parseInstant(from);
  if (fromMs === null) throw new RangeError(`not an instant: ${from}`);
  if (span.calendar === "elapsed") return instantText(fromMs + span.amount * ELAPSED_MS[span.unit]);
  if (!isUsable(calendar)) throw new RangeError("a calendar without working time");
  const exceptions = exceptionalDays(calendar);
  const firstDay = Math.floor((fromMs + zoneOffset(calendar.zone, fromMs)) / DAY_MS) - 1;
  let left = workingMs(span, calendar);
  for (let days = firstDay; days < firstDay + FURTHEST_DAYS; days += 1) {
    for (const [opens, closes] of stretchesOn(days, calendar, exceptions)) {
      const closesAt = instantOfWall(days * DAY_MS + wallMsOf(closes), calendar.zone, zoneOffset);
      if (closesAt <= fromMs) continue;
      const startsAt = Math.max(fromMs, instantOfWall(days * DAY_MS + wallMsOf(opens), calendar.zone, zoneOffset));
      if (closesAt - startsAt >= left) return instantText(startsAt + left);
      left -= closesAt - startsAt;
    }
  }
  throw new RangeError("no working time within four centuries");
};
