import type { ZoneOffset } from "@sluice/domain";

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(zone, made);
  return made;
};

/** Since 1973 clocks are changed at whole minutes of UTC only. */
const WHOLE_MINUTES_SINCE_MS = 100_000_000_000;
const MINUTE_MS = 60_000;
const MOST_KEPT = 5_000;
const kept = new Map<string, number>();

const readOffset = (zone: string, epochMs: number): number => {
  const part = new Map(
    formatOf(zone)
      .formatToParts(epochMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0;
  const wall = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
  return wall - Math.floor(epochMs / 1_000) * 1_000;
};

/**
 * How far a zone's clocks are ahead of UTC at an instant, in milliseconds, by the platform's tables.
 *
 * One step asks for the same days over and over, and the tables are slow: what they said of a minute is kept.
 */
export const zoneOffset: ZoneOffset = (zone, epochMs) => {
  if (epochMs < WHOLE_MINUTES_SINCE_MS) return readOffset(zone, epochMs);
  const key = `${zone} ${Math.floor(epochMs / MINUTE_MS)}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const offset = readOffset(zone, epochMs);
  kept.set(key, offset);
  return offset;
};
