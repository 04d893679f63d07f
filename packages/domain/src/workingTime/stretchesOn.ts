import { civilFromDays, dateText } from "../time/civilDate.ts";
import { ordinaryDay, type Stretch, type WorkingCalendar } from "./workingCalendar.ts";

/** The exceptions of a calendar, quick to look up. */
export interface ExceptionalDays {
  readonly holidays: ReadonlySet<string>;
  readonly makeUpDays: ReadonlySet<string>;
}

export const exceptionalDays = (calendar: WorkingCalendar): ExceptionalDays => ({
  holidays: new Set(calendar.holidays),
  makeUpDays: new Set(calendar.makeUpDays),
});

/** The stretches of a day, counted in days since 1970-01-01: make-up days first, then holidays, then the week. */
export const stretchesOn = (
  days: number,
  calendar: WorkingCalendar,
  { holidays, makeUpDays }: ExceptionalDays,
): readonly Stretch[] => {
  const on = dateText(civilFromDays(days));
  if (makeUpDays.has(on)) return ordinaryDay(calendar);
  if (holidays.has(on)) return [];
  return calendar.week[(((days + 3) % 7) + 7) % 7] ?? [];
};
