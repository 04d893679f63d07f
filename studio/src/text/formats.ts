import type { Language } from "@sluice/problems";

const localeOf = (language: Language): string => (language === "zh" ? "zh-CN" : "en-GB");

/** Groups the digits of a decimal string without ever making it a number: 1234567.5 → 1,234,567.50. */
export const groupDigits = (decimal: string, places: number | null): string => {
  const negative = decimal.startsWith("-");
  const [whole = "0", fraction = ""] = decimal.replace(/^[-+]/u, "").split(".");
  const shownFraction = places === null ? fraction : fraction.padEnd(places, "0");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/gu, ",");
  return `${negative ? "−" : ""}${grouped}${shownFraction === "" ? "" : `.${shownFraction}`}`;
};

/** The narrow symbol of a currency: ¥, $, €; the code where the browser knows none. */
export const currencySymbol = (currency: string, language: Language): string => {
  try {
    const parts = new Intl.NumberFormat(localeOf(language), {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
    }).formatToParts(0);
    return parts.find((part) => part.type === "currency")?.value ?? currency;
  } catch {
    return currency;
  }
};

const minorPlaces = (currency: string): number => {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
};

/** Money as readers expect it, exact to the last digit that is stored. */
export const moneyText = (amount: string, currency: string, language: Language): string => {
  const symbol = currencySymbol(currency, language);
  const grouped = groupDigits(amount, minorPlaces(currency));
  const spaced = symbol.length > 1 ? `${symbol} ` : symbol;
  return grouped.startsWith("−") ? `−${spaced}${grouped.slice(1)}` : `${spaced}${grouped}`;
};

/** Moves the decimal point of a decimal string: exact, for shares shown as per cent (0.135 → 13.5). */
export const shiftPoint = (decimal: string, places: number): string => {
  const negative = decimal.startsWith("-");
  const [whole = "0", fraction = ""] = decimal.replace(/^[-+]/u, "").split(".");
  const digits = (
    places >= 0 ? whole + fraction.padEnd(places, "0") : whole.padStart(1 - places, "0") + fraction
  ).replace(/^$/u, "0");
  const wholeLength = places >= 0 ? whole.length + places : Math.max(whole.length, 1 - places) + places;
  const shifted = `${digits.slice(0, wholeLength) || "0"}.${digits.slice(wholeLength)}`;
  const trimmed = shifted.replace(/^0+(?=\d)/u, "").replace(/\.?0*$/u, "");
  return negative && trimmed !== "0" ? `-${trimmed}` : trimmed;
};

export const shareText = (share: string): string => `${groupDigits(shiftPoint(share, 2), null)}%`;

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
