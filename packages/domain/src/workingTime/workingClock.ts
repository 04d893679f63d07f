import { DAY_MS } from "../time/civilDate.ts";
import { instantOfWall, type ZoneOffset } from "../time/zoneOffset.ts";
import { exceptionalDays, stretchesOn } from "./stretchesOn.ts";
import { wallMsOf, type WorkingCalendar } from "./workingCalendar.ts";

interface Worked {
  readonly startsMs: number;
  readonly endsMs: number;
  /** What was worked before it. */
  readonly beforeMs: number;
}

const worked = (
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
  calendar: WorkingCalendar,
  zoneOffset: ZoneOffset,
): readonly Worked[] => {
  const days = exceptionalDays(calendar);
  const dayOf = (epochMs: number): number => Math.floor((epochMs + zoneOffset(calendar.zone, epochMs)) / DAY_MS);
  const stretches: Worked[] = [];
  let beforeMs = 0;
  for (let day = dayOf(fromMs) - 1; day <= dayOf(toMs) + 1; day += 1) {
    for (const [opens, closes] of stretchesOn(day, calendar, days)) {
      const startsMs = Math.max(fromMs, instantOfWall(day * DAY_MS + wallMsOf(opens), calendar.zone, zoneOffset));
      const endsMs = Math.min(toMs, instantOfWall(day * DAY_MS + wallMsOf(closes), calendar.zone, zoneOffset));
      if (endsMs <= startsMs) continue;
      stretches.push({ startsMs, endsMs, beforeMs });
      beforeMs += endsMs - startsMs;
    }
  }
  return stretches;
};

/**
 * Counts the working milliseconds between two instants of a period, each in logarithmic time.
 *
 * Days with a change of clocks count their real length. What lies outside the period is not counted, and the other way round
 * it is nothing. Pure: the zone's offsets are an argument.
 */
export const workingClock = (
  period: { readonly fromMs: number; readonly toMs: number },
  calendar: WorkingCalendar,
  zoneOffset: ZoneOffset,
): ((fromMs: number, toMs: number) => number) => {
  const stretches = worked(period, calendar, zoneOffset);
  const until = (epochMs: number): number => {
    let [low, high] = [0, stretches.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((stretches[middle]?.startsMs ?? 0) < epochMs) low = middle + 1;
      else high = middle;
    }
    const last = stretches[low - 1];
    return last === undefined ? 0 : last.beforeMs + Math.min(epochMs, last.endsMs) - last.startsMs;
  };
  return (fromMs, toMs) => Math.max(0, until(toMs) - until(fromMs));
};
