import {
  addWorkingTime,
  exceptionalDays,
  instantOfWall,
  instantText,
  isUsable,
  stretchesOn,
  wallMsOf,
  type WorkingCalendar,
  type ZoneOffset,
} from "@sluice/domain";
import type { Span } from "@sluice/process";

/** When something is due that began at an instant: now, late on the last day before days off, late on the last before a holiday. */
export interface DueExample {
  readonly begun: "now" | "beforeRest" | "beforeHoliday";
  readonly from: string;
  readonly due: string;
}

const DAY_MS = 86_400_000;
/** So long before people go home the examples begin. */
const BEFORE_CLOSING_MS = 90 * 60_000;
/** How far ahead is looked for days off. */
const LOOKED_DAYS = 45;
/** Nobody pictures more working days than this, and they would take long to count. */
const LONGEST_DAYS = 520;
const DAYS_OF = { second: 1 / 28_800, minute: 1 / 480, hour: 1 / 8, day: 1, week: 5 } as const;

/** The next working days that are followed by a day off, and by one that only a holiday takes. */
const lastDays = (today: number, calendar: WorkingCalendar) => {
  const exceptions = exceptionalDays(calendar);
  const holidays = new Set(calendar.holidays);
  const works = (day: number): boolean => stretchesOn(day, calendar, exceptions).length > 0;
  const on = (day: number): string => instantText(day * DAY_MS).slice(0, 10);
  const days = Array.from({ length: LOOKED_DAYS }, (_none, index) => today + index).filter(
    (day) => works(day) && !works(day + 1),
  );
  return {
    rest: days.filter((day) => !holidays.has(on(day + 1))),
    holiday: days.filter((day) => holidays.has(on(day + 1))),
  };
};

/** Late on a working day, if that is still to come. */
const lateOn = (day: number, nowMs: number, calendar: WorkingCalendar, zoneOffset: ZoneOffset): number | null => {
  const [opens, closes] = stretchesOn(day, calendar, exceptionalDays(calendar)).at(-1) ?? ["00:00", "00:00"];
  const wallMs = Math.max(wallMsOf(opens), wallMsOf(closes) - BEFORE_CLOSING_MS);
  const atMs = instantOfWall(day * DAY_MS + wallMs, calendar.zone, zoneOffset);
  return atMs > nowMs ? atMs : null;
};

/**
 * When a span of time would be over, for somebody to picture it; none for spans of years, and none in a calendar in which
 * nobody works. Pure: the present and the zone's offsets are arguments; counted as the door counts.
 */
export const dueExamples = (
  span: Span,
  calendar: WorkingCalendar,
  nowMs: number,
  zoneOffset: ZoneOffset,
): readonly DueExample[] => {
  if (span.amount * DAYS_OF[span.unit] > LONGEST_DAYS || !isUsable(calendar)) return [];
  const today = Math.floor((nowMs + zoneOffset(calendar.zone, nowMs)) / DAY_MS);
  const { rest, holiday } = lastDays(today, calendar);
  const first = (days: readonly number[]): number | null =>
    days.map((day) => lateOn(day, nowMs, calendar, zoneOffset)).find((atMs) => atMs !== null) ?? null;
  const begun = [
    { begun: "now", fromMs: nowMs },
    { begun: "beforeRest", fromMs: first(rest) },
    { begun: "beforeHoliday", fromMs: first(holiday) },
  ] as const;
  return begun.flatMap(({ begun: when, fromMs }) => {
    if (fromMs === null) return [];
    const from = instantText(fromMs);
    return [{ begun: when, from, due: addWorkingTime(from, span, calendar, zoneOffset) }];
  });
};
