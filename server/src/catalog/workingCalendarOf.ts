import { calendarOf, type DB } from "@sluice/records";
import { sql, type Kysely } from "kysely";
import type { WorkingCalendarView } from "./catalogShapes.ts";

/**
 * The calendar by which the working time of a department is counted, or the firm's, as the door finds it; `hasOthers` when a
 * department below it counts by its own.
 */
export const workingCalendarOf = async (db: Kysely<DB>, departmentId: string | null): Promise<WorkingCalendarView> => {
  const { zone, week, holidays, makeUpDays } = await calendarOf(db, departmentId);
  const { rows } = await sql<{ others: boolean }>`
    SELECT EXISTS (
      SELECT FROM calendar c JOIN department d ON d.id = c.department_id
      WHERE ${departmentId}::uuid IS NULL OR (${departmentId}::uuid = ANY (d.path) AND d.id <> ${departmentId}::uuid)
    ) AS others`.execute(db);
  const stretches = (day: (typeof week)[number]) => day.map(([opens, closes]): [string, string] => [opens, closes]);
  const [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = week;
  return {
    zone,
    week: [
      stretches(monday),
      stretches(tuesday),
      stretches(wednesday),
      stretches(thursday),
      stretches(friday),
      stretches(saturday),
      stretches(sunday),
    ],
    holidays: [...holidays],
    makeUpDays: [...makeUpDays],
    hasOthers: rows[0]?.others ?? false,
  };
};
