import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantText, parseInstant } from "../time/instant.ts";
import type { ZoneOffset } from "../time/zoneOffset.ts";
import { addWorkingTime, type TimeSpan } from "./addWorkingTime.ts";
import { chinaOfficeWeek, isUsable, type WorkingCalendar } from "./workingCalendar.ts";

const formats = new Map<string, Intl.DateTimeFormat>();
const zoneOffset: ZoneOffset = (zone, epochMs) => {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  formats.set(zone, format);
  const part = Object.fromEntries(format.formatToParts(epochMs).map(({ type, value }) => [type, Number(value)]));
  return (
    Date.UTC(part["year"] ?? 0, (part["month"] ?? 1) - 1, part["day"], part["hour"], part["minute"], part["second"]) -
    Math.floor(epochMs / 1_000) * 1_000
  );
};

const china: WorkingCalendar = {
  ...chinaOfficeWeek,
  holidays: ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
  makeUpDays: ["2026-09-27", "2026-10-10"],
};
const newYork: WorkingCalendar = {
  zone: "America/New_York",
  week: [[["00:00", "24:00"]], [["00:00", "24:00"]], [], [], [], [["00:00", "24:00"]], [["00:00", "24:00"]]],
  holidays: [],
  makeUpDays: [],
};
const working = (amount: number, unit: TimeSpan["unit"]): TimeSpan => ({ amount, unit, calendar: "working" });

describe("addWorkingTime", () => {
  it.each([
    {
      name: "within the morning",
      from: "2026-03-02T09:00:00+08:00",
      span: working(2, "hour"),
      at: "2026-03-02T11:00:00+08:00",
    },
    {
      name: "to the very end of the morning",
      from: "2026-03-02T09:00:00+08:00",
      span: working(3, "hour"),
      at: "2026-03-02T12:00:00+08:00",
    },
    {
      name: "a second over lunch",
      from: "2026-03-02T12:00:00+08:00",
      span: working(1, "second"),
      at: "2026-03-02T13:00:01+08:00",
    },
    {
      name: "a day from the morning",
      from: "2026-03-02T09:00:00+08:00",
      span: working(1, "day"),
      at: "2026-03-02T18:00:00+08:00",
    },
    {
      name: "a day from ten",
      from: "2026-03-02T10:00:00+08:00",
      span: working(1, "day"),
      at: "2026-03-03T10:00:00+08:00",
    },
    {
      name: "over the weekend",
      from: "2026-03-06T17:00:00+08:00",
      span: working(2, "hour"),
      at: "2026-03-09T10:00:00+08:00",
    },
    {
      name: "from the weekend",
      from: "2026-03-07T03:00:00+08:00",
      span: working(30, "minute"),
      at: "2026-03-09T09:30:00+08:00",
    },
    { name: "a week", from: "2026-03-02T10:00:00+08:00", span: working(1, "week"), at: "2026-03-09T10:00:00+08:00" },
    {
      name: "over the national holiday with its make-up Saturday",
      from: "2026-09-30T17:00:00+08:00",
      span: working(16, "hour"),
      at: "2026-10-09T17:00:00+08:00",
    },
    {
      name: "into the make-up Saturday",
      from: "2026-10-09T17:00:00+08:00",
      span: working(2, "hour"),
      at: "2026-10-10T10:00:00+08:00",
    },
    {
      name: "on the make-up Sunday",
      from: "2026-09-27T09:00:00+08:00",
      span: working(1, "hour"),
      at: "2026-09-27T10:00:00+08:00",
    },
    {
      name: "elapsed time at night",
      from: "2026-03-06T23:00:00+08:00",
      span: { amount: 1, unit: "day", calendar: "elapsed" } as const,
      at: "2026-03-07T23:00:00+08:00",
    },
  ])("counts $name", ({ from, span, at }) => {
    expect(addWorkingTime(from, span, china, zoneOffset)).toBe(instantText(parseInstant(at) ?? 0));
  });

  it.each([
    {
      name: "spring forward: the day has 23 hours",
      from: "2026-03-08T00:00:00-05:00",
      at: "2026-03-09T01:00:00-04:00",
    },
    { name: "fall back: the day has 25 hours", from: "2026-11-01T00:00:00-04:00", at: "2026-11-01T23:00:00-05:00" },
  ])("counts real hours when clocks change ($name)", ({ from, at }) => {
    expect(addWorkingTime(from, working(24, "hour"), newYork, zoneOffset)).toBe(instantText(parseInstant(at) ?? 0));
  });

  it("refuses to count in a calendar without work", () => {
    const idle: WorkingCalendar = { ...china, week: [[], [], [], [], [], [], []] };
    expect(isUsable(idle)).toBe(false);
    expect(() => addWorkingTime("2026-03-02T00:00:00Z", working(1, "hour"), idle, zoneOffset)).toThrow(RangeError);
  });

  const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) });
  const spans = fc.record({
    amount: fc.integer({ min: 1, max: 30 }),
    unit: fc.constantFrom("second" as const, "minute" as const, "hour" as const, "day" as const),
    calendar: fc.constant("working" as const),
  });
  const calendars = fc.constantFrom(china, newYork);
  const msOf = (text: string) => parseInstant(text) ?? 0;

  it("never goes back, and never less far from later", () => {
    fc.assert(
      fc.property(
        calendars,
        spans,
        instants,
        fc.integer({ min: 0, max: 400_000_000 }),
        (calendar, span, from, later) => {
          const due = msOf(addWorkingTime(instantText(from), span, calendar, zoneOffset));
          expect(due).toBeGreaterThan(from);
          expect(msOf(addWorkingTime(instantText(from + later), span, calendar, zoneOffset))).toBeGreaterThanOrEqual(
            due,
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it("ends only in working time, and two spans one after the other are their sum", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (from, one, other) => {
        const add = (start: string, minutes: number) =>
          addWorkingTime(start, working(minutes, "minute"), china, zoneOffset);
        const due = add(instantText(from), one);
        const wall = instantText(msOf(due) + 8 * 3_600_000);
        const clock = wall.slice(11, 19);
        expect((clock > "09:00:00" && clock <= "12:00:00") || (clock > "13:00:00" && clock <= "18:00:00")).toBe(true);
        expect(add(due, other)).toBe(add(instantText(from), one + other));
      }),
      { numRuns: 200 },
    );
  });
});
