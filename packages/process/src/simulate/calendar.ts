import {
  addWorkingTime,
  instantOfWall,
  instantText,
  parseInstant,
  wallTime as wallTimeAhead,
  type WorkingCalendar,
} from "@sluice/domain";
import type { StoryCalendar } from "../definition/story.ts";
import type { Span } from "../definition/time.ts";

/** The ordinary office week in Shanghai: what a story is played in that says nothing else. */
export const officeCalendar: StoryCalendar = {
  offsetMinutes: 480,
  hours: [
    ["09:00", "12:00"],
    ["13:00", "18:00"],
  ],
  days: [1, 2, 3, 4, 5],
  holidays: [],
  makeUpDays: [],
};

const DAY_MS = 86_400_000;
const ZONE = "story";

const offsetOf =
  ({ offsetMinutes }: StoryCalendar) =>
  (): number =>
    offsetMinutes * 60_000;

const workingCalendarOf = ({ hours, days, holidays, makeUpDays }: StoryCalendar): WorkingCalendar => {
  const on = (day: number) => (days.includes(day) ? hours : []);
  return { zone: ZONE, week: [on(1), on(2), on(3), on(4), on(5), on(6), on(7)], holidays, makeUpDays };
};

/** A span after an instant by a calendar of a story, as the door counts it. */
export const afterWork = (calendar: StoryCalendar, from: string, span: Span): string =>
  addWorkingTime(from, span, workingCalendarOf(calendar), offsetOf(calendar));

/** The last millisecond of a date, by the clocks of a story. */
export const endOfDay = (calendar: StoryCalendar, on: string): string => {
  const midnightMs = (parseInstant(`${on}T00:00:00.000Z`) ?? 0) + DAY_MS;
  return instantText(instantOfWall(midnightMs, ZONE, offsetOf(calendar)) - 1);
};

/** What the clocks of a story show at an instant; those of UTC where it has no calendar. */
export const wallTime = (calendar: StoryCalendar | undefined, at: string): string =>
  wallTimeAhead(at, calendar ? offsetOf(calendar) : () => 0);
