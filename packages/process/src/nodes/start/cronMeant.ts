import { cronFault } from "./cron.ts";

const NICKNAMES: Readonly<Record<string, string>> = {
  "@hourly": "0 * * * *",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@weekly": "0 0 * * 0",
  "@monthly": "0 0 1 * *",
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
};

const LONGEST = 60;

/** A year, and seconds that are none, are no fields of ours; a day of the week that is left open is a star. */
const fiveFields = (fields: readonly string[]): readonly string[] => {
  const isDated = fields.length === 7 && /^[*\d,/-]+$/u.test(fields[6] ?? "");
  const dated = isDated ? fields.slice(0, 6) : fields;
  return dated.length === 6 && dated[0] === "0" ? dated.slice(1) : dated;
};

const dayOfWeek = (field: string): string =>
  field.replaceAll(/\b(SUN|MON|TUE|WED|THU|FRI|SAT)[A-Z]+\b/giu, "$1").replaceAll(/(?<![\d/])7(?!\d)/gu, "0");

const asWrittenHere = (cron: string): string => {
  const said = NICKNAMES[cron.trim().toLowerCase()] ?? cron.trim();
  const fields = fiveFields(said.replaceAll("?", "*").split(/\s+/u));
  return fields.map((field, index) => (index === 4 ? dayOfWeek(field) : field)).join(" ");
};

/** The last days that a month has in every year. */
const MOST = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The days before the one named that its month does have. */
const onLastDay = (cron: string): readonly string[] => {
  const fields = cron.split(/\s+/u);
  const month = Number(fields[3]);
  const most = MOST[month - 1];
  return most === undefined ? [] : [fields.with(2, String(most)).join(" ")];
};

const candidates = (cron: string): readonly string[] => {
  const fields = cron.split(/\s+/u);
  switch (cronFault(cron)) {
    case null:
      return [cron];
    case "never":
      return onLastDay(cron);
    case "twoKindsOfDays":
      return [fields.with(4, "*").join(" "), fields.with(2, "*").join(" ")];
    case "unreadable":
      return [];
  }
};

/**
 * Tells which schedules may have been meant by one that cannot be kept, the likeliest first; none where nobody can tell.
 *
 * Other readers of cron write seconds first, `?` for `*`, 7 for Sunday, and `@daily`. Pure.
 */
export const cronMeant = (cron: string): readonly string[] =>
  cron.length > LONGEST
    ? []
    : candidates(asWrittenHere(cron)).filter((meant) => meant !== cron && cronFault(meant) === null);
