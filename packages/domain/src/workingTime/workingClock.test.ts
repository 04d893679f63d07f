import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantText } from "../time/instant.ts";
import type { ZoneOffset } from "../time/zoneOffset.ts";
import { addWorkingTime } from "./addWorkingTime.ts";
import { chinaOfficeWeek, type WorkingCalendar } from "./workingCalendar.ts";
import { workingClock } from "./workingClock.ts";

const shanghai: ZoneOffset = () => 8 * 3_600_000;
const china: WorkingCalendar = { ...chinaOfficeWeek, holidays: ["2026-03-04"], makeUpDays: ["2026-03-08"] };
const at = (text: string): number => Date.parse(`${text}+08:00`);
const period = { fromMs: at("2026-03-01T00:00"), toMs: at("2026-04-01T00:00") };
const hours = (from: string, to: string): number => workingClock(period, china, shanghai)(at(from), at(to)) / 3_600_000;

describe("workingClock", () => {
  it.each([
    { name: "a morning", from: "2026-03-02T09:00", to: "2026-03-02T12:00", worked: 3 },
    { name: "no lunch", from: "2026-03-02T11:00", to: "2026-03-02T14:00", worked: 2 },
    { name: "nothing at night", from: "2026-03-02T18:00", to: "2026-03-03T09:00", worked: 0 },
    { name: "no holiday", from: "2026-03-03T09:00", to: "2026-03-05T09:00", worked: 8 },
    { name: "a make-up Sunday, but no Saturday", from: "2026-03-06T17:00", to: "2026-03-09T09:00", worked: 9 },
    { name: "what lies in the period alone", from: "2026-02-27T09:00", to: "2026-03-02T10:00", worked: 1 },
    { name: "nothing the other way round", from: "2026-03-02T12:00", to: "2026-03-02T09:00", worked: 0 },
    { name: "nothing between an instant and itself", from: "2026-03-02T10:00", to: "2026-03-02T10:00", worked: 0 },
  ])("counts $name", ({ from, to, worked }) => {
    expect(hours(from, to)).toBe(worked);
  });

  it("counts what was added", () => {
    const instants = fc.integer({ min: period.fromMs, max: at("2026-03-20T00:00") });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 2_000 }), (fromMs, amount) => {
        const due = addWorkingTime(
          instantText(fromMs),
          { amount, unit: "minute", calendar: "working" },
          china,
          shanghai,
        );
        expect(workingClock(period, china, shanghai)(fromMs, Date.parse(due))).toBe(amount * 60_000);
      }),
      { numRuns: 200 },
    );
  });
});
