import {
  addWorkingTime,
  chinaOfficeWeek,
  instantOfWall,
  wallTime as wallTimeAhead,
  type WorkingCalendar,
} from "@sluice/domain";
import type { Span } from "@sluice/process";
import { sql, type Kysely } from "kysely";
import { zoneOffset } from "../../clock/zoneOffset.ts";
import type { DB } from "../../generated/database.ts";

/** The working calendar of a department: its own, else the nearest above it, else the firm's, else the ordinary week. */
export const calendarOf = async (db: Kysely<DB>, departmentId: string | null): Promise<WorkingCalendar> => {
  const { rows } = await sql<{ settings: WorkingCalendar }>`
    SELECT c.settings FROM calendar c
    LEFT JOIN department d ON d.id = ${departmentId}
    WHERE c.department_id IS NULL OR c.department_id = ANY (d.path)
    ORDER BY array_position(d.path, c.department_id) DESC NULLS LAST LIMIT 1`.execute(db);
  return rows[0]?.settings ?? chinaOfficeWeek;
};

/** The instant a span after another, by the calendar of a department. */
export const dueAt = async (
  db: Kysely<DB>,
  wish: { readonly from: string; readonly span: Span; readonly departmentId: string | null },
): Promise<string> => {
  const calendar = wish.span.calendar === "elapsed" ? chinaOfficeWeek : await calendarOf(db, wish.departmentId);
  return addWorkingTime(wish.from, wish.span, calendar, zoneOffset);
};

const DAY_MS = 86_400_000;

/** The last millisecond of a date, in the zone of a department's calendar. */
export const endOfDay = async (
  db: Kysely<DB>,
  wish: { readonly on: string; readonly departmentId: string | null },
): Promise<string> => {
  const { zone } = await calendarOf(db, wish.departmentId);
  const nextMidnight = Date.parse(`${wish.on}T00:00:00Z`) + DAY_MS;
  return new Date(instantOfWall(nextMidnight, zone, zoneOffset) - 1).toISOString();
};

/** What the clocks of a department's calendar show at an instant. */
export const wallTime = async (
  db: Kysely<DB>,
  wish: { readonly at: string; readonly departmentId: string | null },
): Promise<string> => {
  const { zone } = await calendarOf(db, wish.departmentId);
  return wallTimeAhead(wish.at, (epochMs) => zoneOffset(zone, epochMs));
};

/** An instant moved on by the time between two others. */
export const shifted = (at: string, from: string, to: string): string =>
  new Date(Date.parse(at) + Date.parse(to) - Date.parse(from)).toISOString();
