import { nearestName } from "../../check/nearestName.ts";
import { zoneFault } from "./zoneFault.ts";

const OFFSET = /^(?:UTC|GMT|Z)?\s*([+-])0?(\d{1,2})(?::?00)?$/iu;

/** The zone of an offset that knows no summer time: its sign is turned round in the names of the database. */
const ofOffset = (zone: string): string | null => {
  const [, sign, hours] = OFFSET.exec(zone.trim()) ?? [];
  return sign === undefined || hours === undefined ? null : `Etc/GMT${sign === "+" ? "-" : "+"}${hours}`;
};

const isZone = (zone: string): boolean => zoneFault(zone) === null;

/** Tells which time zone was meant by one that does not exist: an offset by its hours, else the nearest name; null for none. */
export const zoneMeant = (zone: string): string | null => {
  const byOffset = ofOffset(zone);
  if (byOffset !== null) return isZone(byOffset) ? byOffset : null;
  const city = zone.trim().replaceAll(/\s+/gu, "_");
  const known = Intl.supportedValuesOf("timeZone");
  const inCity = known.filter((name) => name.toLowerCase().endsWith(`/${city.toLowerCase()}`));
  const meant = inCity.length === 1 ? (inCity[0] ?? null) : nearestName(zone, known);
  return meant !== null && isZone(meant) ? meant : null;
};
