import { chinaOfficeWeek, dateText, parseDate, parseInstant, type WorkingCalendar } from "@sluice/domain";
import type { Kysely } from "kysely";
import { zoneOffset } from "../clock/zoneOffset.ts";
import type { DB } from "../generated/database.ts";

const DAY_MS = 86_400_000;

/** The date that an instant is in the firm's zone (that of its calendar; Shanghai while it has none). */
export const dayOf = async (db: Kysely<DB>, at: string): Promise<string> => {
  const calendar = await db
    .selectFrom("calendar")
    .select("settings")
    .where("department_id", "is", null)
    .executeTakeFirst();
  const zone = (calendar?.settings as Partial<WorkingCalendar> | undefined)?.zone ?? chinaOfficeWeek.zone;
  const epochMs = parseInstant(at);
  if (epochMs === null) throw new RangeError(`not an instant: ${at}`);
  return new Date(epochMs + zoneOffset(zone, epochMs)).toISOString().slice(0, 10);
};

/** The date so many days after another. */
export const daysAfter = (on: string, days: number): string => {
  const date = parseDate(on);
  if (date === null) throw new RangeError(`not a date: ${on}`);
  const later = new Date(Date.UTC(date.year, date.month - 1, date.day) + days * DAY_MS);
  return dateText({ year: later.getUTCFullYear(), month: later.getUTCMonth() + 1, day: later.getUTCDate() });
};
