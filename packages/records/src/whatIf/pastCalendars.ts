import { addWorkingTime, chinaOfficeWeek, workingClock, type WorkingCalendar } from "@sluice/domain";
import type { Span, WorkClock } from "@sluice/process";
import { sql, type Kysely } from "kysely";
import { calendarOf } from "../case/facts/calendarFact.ts";
import { zoneOffset } from "../clock/zoneOffset.ts";
import type { DB } from "../generated/database.ts";

interface Row {
  readonly departmentId: string | null;
  readonly settings: WorkingCalendar;
  readonly updatedAt: string;
}

/** The firm's working calendars as they stood; one that was changed later tells nothing of the time before. */
export class PastCalendars {
  private readonly rows: readonly Row[];

  private constructor(rows: readonly Row[]) {
    this.rows = rows;
  }

  static async read(db: Kysely<DB>): Promise<PastCalendars> {
    const { rows } = await sql<Row>`
      SELECT department_id AS "departmentId", settings, updated_at AS "updatedAt" FROM calendar`.execute(db);
    return new PastCalendars(rows);
  }

  /** The zone of a department's clocks, as it is today: words are said by it, and they decide nothing. */
  zone(path: readonly string[]): string {
    return (this.rowOf(path)?.settings ?? chinaOfficeWeek).zone;
  }

  private rowOf(path: readonly string[]): Row | undefined {
    const own = path.toReversed().map((id) => this.rows.find(({ departmentId }) => departmentId === id));
    return own.find((it) => it !== undefined) ?? this.rows.find(({ departmentId }) => departmentId === null);
  }

  /** The calendar of a department, given by its path from the top: its own, else the nearest above; undefined where nobody can tell. */
  at(path: readonly string[], instant: string): WorkingCalendar | undefined {
    const row = this.rowOf(path);
    if (row === undefined) return chinaOfficeWeek;
    return row.updatedAt > instant ? undefined : row.settings;
  }
}

/** The instant a span after another by a calendar. */
export const afterBy = (calendar: WorkingCalendar, from: string, span: Span): string =>
  addWorkingTime(from, span, calendar, zoneOffset);

/** Where there is no case, no time is counted. */
const EPOCH = "2000-01-01T00:00:00.000Z";
const YEAR_MS = 366 * 86_400_000;

/** Working time by the firm's calendar, over a period and a year beyond what could come of it. */
export const firmClock = async (
  db: Kysely<DB>,
  { from, until }: { readonly from: string | null; readonly until: string | null },
): Promise<WorkClock> => {
  const calendar = await calendarOf(db, null);
  const period = { fromMs: Date.parse(from ?? EPOCH), toMs: Date.parse(until ?? from ?? EPOCH) + 2 * YEAR_MS };
  const counted = workingClock(period, calendar, zoneOffset);
  return {
    worked: (start, end) => counted(Date.parse(start), Date.parse(end)),
    after: (start, workedMs) =>
      workedMs <= 0
        ? start
        : addWorkingTime(
            start,
            { amount: workedMs / 1_000, unit: "second", calendar: "working" },
            calendar,
            zoneOffset,
          ),
  };
};
