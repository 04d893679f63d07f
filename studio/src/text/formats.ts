import { groupDigits, shareText, shiftPoint } from "@sluice/domain";
import type { Language } from "@sluice/problems";

const localeOf = (language: Language): string => (language === "zh" ? "zh-CN" : "en-GB");

/** A share rounded for reading: two digits behind the point of the per cent. */
export const roundedShareText = (share: string): string => {
  const [whole = "0", fraction = ""] = shiftPoint(share, 2).split(".");
  return fraction.length <= 2 ? shareText(share) : `${groupDigits(whole, null)}.${fraction.slice(0, 2)}%`;
};

const formatter = (language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(localeOf(language), options);

/** An instant in the reader's own zone. */
export const instantText = (instant: string, language: Language): string =>
  formatter(language, { year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" }).format(
    new Date(instant),
  );

/** An instant with its day of the week, in the reader's own zone; with the year only when it is another than this one. */
export const weekdayText = (instant: string, language: Language): string => {
  const at = new Date(instant);
  const isThisYear = at.getFullYear() === new Date().getFullYear();
  return formatter(language, {
    ...(isThisYear ? {} : { year: "numeric" }),
    weekday: "short",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
};

export const dateTextOf = (instant: string, language: Language): string =>
  formatter(language, { year: "numeric", month: "short", day: "numeric" }).format(new Date(instant));

/** A civil date as readers write it; what is no date stays as it is. */
export const civilDateText = (date: string, language: Language): string => {
  const parsed = /^\d{4}-\d{2}-\d{2}$/u.test(date) ? new Date(`${date}T00:00:00Z`) : null;
  if (parsed === null || Number.isNaN(parsed.getTime())) return date;
  return formatter(language, { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" }).format(parsed);
};

const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, ms: number])[] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** How far away an instant is: "in 3 hours", "2 days ago". */
export const relativeText = (instant: string, nowMs: number, language: Language): string => {
  const distance = new Date(instant).getTime() - nowMs;
  const relative = new Intl.RelativeTimeFormat(localeOf(language), { numeric: "auto", style: "short" });
  const [unit, ms] = steps.find(([, size]) => Math.abs(distance) >= size) ?? ["minute", 60_000];
  return relative.format(Math.round(distance / ms), unit);
};
