import { civilFromDays, DAY_MS, dateText, daysFromCivil, parseDate } from "./civilDate.ts";

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/u;

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

/**
 * Reads an ISO instant with its zone as milliseconds since 1970 UTC; null when it is none.
 *
 * A local time without a zone is refused: nobody can tell which instant was meant. Leap seconds (`:60`) are refused, and so
 * are digits finer than a millisecond unless they are zeros.
 */
export const parseInstant = (text: string): number | null => {
  const parts = INSTANT.exec(text);
  const date = parts === null ? null : parseDate(parts[1] ?? "");
  if (parts === null || date === null) return null;
  const [hour, minute, second] = [Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 0)];
  const fraction = (parts[5] ?? "").padEnd(3, "0");
  const zone = parts[6] ?? "Z";
  const [zoneHour, zoneMinute] = zone === "Z" ? [0, 0] : [Number(zone.slice(1, 3)), Number(zone.slice(4))];
  if (hour > 23 || minute > 59 || second > 59 || zoneHour > 14 || zoneMinute > 59 || /[1-9]/u.test(fraction.slice(3)))
    return null;
  const offset = (zone.startsWith("-") ? -1 : 1) * (zoneHour * 60 + zoneMinute) * 60_000;
  const timeOfDay = ((hour * 60 + minute) * 60 + second) * 1_000 + Number(fraction.slice(0, 3));
  return daysFromCivil(date) * DAY_MS + timeOfDay - offset;
};

/** An instant in its one spelling: UTC with milliseconds, `2026-03-01T01:00:00.000Z`. */
export const instantText = (epochMs: number): string => {
  const days = Math.floor(epochMs / DAY_MS);
  const ms = epochMs - days * DAY_MS;
  const clock = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1_000) % 60].map((part) =>
    pad(part, 2),
  );
  return `${dateText(civilFromDays(days))}T${clock.join(":")}.${pad(ms % 1_000, 3)}Z`;
};
