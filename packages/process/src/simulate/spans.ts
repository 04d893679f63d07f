import type { Span } from "../definition/time.ts";

const MS = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysBeforeYear = (year: number): number =>
  365 * year + Math.floor((year + 3) / 4) - Math.floor((year + 99) / 100) + Math.floor((year + 399) / 400);

/** Milliseconds since year 0 of an ISO instant in UTC. The kernel's package has no clock and no `Date`. */
export const msOf = (iso: string): number => {
  const [year, month, day, hour, minute, second, ms] = (iso.match(/\d+/g) ?? []).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  const days = daysBeforeYear(year) + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapDay + day - 1;
  return days * MS.day + hour * MS.hour + minute * MS.minute + second * MS.second + (ms ?? 0);
};

const padded = (value: number, width: number): string => String(value).padStart(width, "0");

/** The ISO instant of milliseconds since year 0. */
export const isoOf = (ms: number): string => {
  const days = Math.floor(ms / MS.day);
  let year = Math.floor(days / 365.2425);
  while (daysBeforeYear(year + 1) <= days) year += 1;
  while (daysBeforeYear(year) > days) year -= 1;
  const dayOfYear = days - daysBeforeYear(year);
  const starts = DAYS_BEFORE_MONTH.map((start, index) => start + (index > 1 && isLeap(year) ? 1 : 0));
  const month = starts.findLastIndex((start) => start <= dayOfYear);
  const rest = ms - days * MS.day;
  const time = [Math.floor(rest / MS.hour), Math.floor(rest / MS.minute) % 60, Math.floor(rest / MS.second) % 60]
    .map((part) => padded(part, 2))
    .join(":");
  return `${padded(year, 4)}-${padded(month + 1, 2)}-${padded(dayOfYear - (starts[month] ?? 0) + 1, 2)}T${time}.${padded(rest % MS.second, 3)}Z`;
};

/** A span after an instant, as a simulation counts it: a working day is a day, so that virtual time stays easy to follow. */
export const afterSpan = (from: string, span: Span): string => isoOf(msOf(from) + span.amount * MS[span.unit]);
