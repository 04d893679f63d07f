/** One of the five fields of a schedule, and what it may say. */
interface CronField {
  readonly least: number;
  readonly most: number;
  /** Names that stand for numbers, from `least` on. */
  readonly names: readonly string[];
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const FIELDS: readonly CronField[] = [
  { least: 0, most: 59, names: [] },
  { least: 0, most: 23, names: [] },
  { least: 1, most: 31, names: [] },
  { least: 1, most: 12, names: MONTHS },
  { least: 0, most: 6, names: DAYS },
];

const numberOf = (text: string, { least, most, names }: CronField): number | null => {
  const named = names.indexOf(text.toUpperCase());
  const value = named >= 0 ? named + least : /^\d{1,2}$/.test(text) ? Number(text) : null;
  return value === null || value < least || value > most ? null : value;
};

/** The numbers that one part of a list names (`3`, `1-5`, `*`, `8-18/2`), or null when it cannot be read. */
const partOf = (text: string, field: CronField): readonly number[] | null => {
  const [range = "", every = "1", ...more] = text.split("/");
  const step = /^[1-9]\d?$/.test(every) ? Number(every) : null;
  const [first = "", last, ...rest] = range.split("-");
  const from = range === "*" ? field.least : numberOf(first, field);
  const to = range === "*" ? field.most : last === undefined ? from : numberOf(last, field);
  if (step === null || from === null || to === null || to < from || more.length + rest.length > 0) return null;
  if (step > 1 && range !== "*" && last === undefined) return null;
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
};

const numbersOf = (text: string, field: CronField): readonly number[] | null => {
  const parts = text.split(",").map((part) => partOf(part, field));
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
};

/** What is wrong with a schedule: it cannot be read, it names no day that exists, or two kinds of days at once. */
export type CronFault = "unreadable" | "never" | "twoKindsOfDays";

/**
 * Tells what is wrong with a schedule in cron's five fields (minute, hour, day of the month, month, day of the week), or null.
 *
 * Lists, ranges, steps and the English short names are understood; Sunday is 0. A schedule says days of the month or days of the
 * week: for both at once, one reader of cron means "and", another "or". Pure.
 */
export const cronFault = (cron: string): CronFault | null => {
  const texts = cron.trim().split(/\s+/);
  const read = FIELDS.map((field, index) => numbersOf(texts[index] ?? "", field));
  if (texts.length !== FIELDS.length || read.some((numbers) => numbers === null)) return "unreadable";
  const [, , days, months] = read;
  if (texts[2] !== "*" && texts[4] !== "*") return "twoKindsOfDays";
  const earliest = Math.min(...(days ?? []));
  return (months ?? []).some((month) => earliest <= (LONGEST[month - 1] ?? 0)) ? null : "never";
};
