import type { ZoneOffset } from "@sluice/domain";

const MOST_KEPT = 2_000;
const MINUTE_MS = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const kept = new Map<string, number>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  formats.set(zone, known);
  return known;
};

/** `GMT+08:00` in milliseconds; `GMT` alone is none. */
const readOffset = (zone: string, epochMs: number): number => {
  const name = formatOf(zone)
    .formatToParts(epochMs)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign, hours = "0", minutes = "0"] = /^GMT([+-])(\d{2}):(\d{2})/u.exec(name ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
};

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds, by the browser's tables. */
export const zoneOffset: ZoneOffset = (zone, epochMs) => {
  const key = `${zone} ${Math.floor(epochMs / MINUTE_MS)}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const offset = readOffset(zone, epochMs);
  kept.set(key, offset);
  return offset;
};
