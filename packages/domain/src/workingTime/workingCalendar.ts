/** Opening and closing of one stretch of work, local wall time: `["09:00", "12:00"]`; `24:00` closes a day. */
export type Stretch = readonly [opens: string, closes: string];

/** The stretches of a week, Monday first. */
export type WorkingWeek = readonly [
  monday: readonly Stretch[],
  tuesday: readonly Stretch[],
  wednesday: readonly Stretch[],
  thursday: readonly Stretch[],
  friday: readonly Stretch[],
  saturday: readonly Stretch[],
  sunday: readonly Stretch[],
];

/** When people of a department work. */
export interface WorkingCalendar {
  /** IANA name. */
  readonly zone: string;
  readonly week: WorkingWeek;
  /** Days off, `2026-10-01`. */
  readonly holidays: readonly string[];
  /** Days worked although the week or a holiday says otherwise (调休), with the hours of the week's first working day. */
  readonly makeUpDays: readonly string[];
}

const officeHours: readonly Stretch[] = [
  ["09:00", "12:00"],
  ["13:00", "18:00"],
];

/** China's ordinary office week: Monday to Friday, 9–12 and 13–18 in Shanghai, without holidays. */
export const chinaOfficeWeek: WorkingCalendar = {
  zone: "Asia/Shanghai",
  week: [officeHours, officeHours, officeHours, officeHours, officeHours, [], []],
  holidays: [],
  makeUpDays: [],
};

/** Milliseconds since midnight of a wall time. */
export const wallMsOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 3_600_000 + Number(clock.slice(3, 5)) * 60_000;

/** The working milliseconds of a set of stretches, by the clock on the wall. */
export const workOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, [opens, closes]) => sum + wallMsOf(closes) - wallMsOf(opens), 0);

/** The hours of the week's first working day: what a "working day" means in a span, and what make-up days have. */
export const ordinaryDay = (calendar: WorkingCalendar): readonly Stretch[] =>
  calendar.week.find((day) => day.length > 0) ?? [];

/** True when a calendar is one that time can be counted in: it works some day, and its stretches are in order. */
export const isUsable = (calendar: WorkingCalendar): boolean =>
  ordinaryDay(calendar).length > 0 &&
  calendar.week.every((day) =>
    day.every(([opens, closes], index) => {
      const before = day[index - 1];
      return (
        /^([01]\d|2[0-3]):[0-5]\d$/u.test(opens) &&
        /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/u.test(closes) &&
        opens < closes &&
        (before === undefined || before[1] <= opens)
      );
    }),
  );
