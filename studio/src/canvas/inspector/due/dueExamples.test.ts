import { chinaOfficeWeek, type WorkingCalendar } from "@sluice/domain";
import type { Span } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { zoneOffset } from "../../../text/zoneOffset.ts";
import { dueExamples } from "./dueExamples.ts";

const china: WorkingCalendar = {
  ...chinaOfficeWeek,
  holidays: ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
  makeUpDays: ["2026-09-27", "2026-10-10"],
};
const twoDays: Span = { amount: 2, unit: "day", calendar: "working" };
const at = (wall: string): number => Date.parse(`${wall}+08:00`);
const inChina = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16);
const examples = (span: Span, wall: string, calendar = china) =>
  dueExamples(span, calendar, at(wall), zoneOffset).map(
    ({ begun, from, due }) => `${begun} ${inChina(from)} → ${inChina(due)}`,
  );

describe("when a span would be over", () => {
  it.each([
    {
      name: "on a Thursday",
      span: twoDays,
      wall: "2026-11-26T15:00",
      says: ["now 2026-11-26T15:00 → 2026-11-30T15:00", "beforeRest 2026-11-27T16:30 → 2026-12-01T16:30"],
    },
    {
      name: "on the Friday before half past four",
      span: twoDays,
      wall: "2026-11-27T16:29",
      says: ["now 2026-11-27T16:29 → 2026-12-01T16:29", "beforeRest 2026-11-27T16:30 → 2026-12-01T16:30"],
    },
    {
      name: "on the Friday at half past four",
      span: twoDays,
      wall: "2026-11-27T16:30",
      says: ["now 2026-11-27T16:30 → 2026-12-01T16:30", "beforeRest 2026-12-04T16:30 → 2026-12-08T16:30"],
    },
    {
      name: "before the national holiday with its make-up days",
      span: twoDays,
      wall: "2026-09-28T09:00",
      says: [
        "now 2026-09-28T09:00 → 2026-09-29T18:00",
        "beforeRest 2026-10-10T16:30 → 2026-10-13T16:30",
        "beforeHoliday 2026-09-30T16:30 → 2026-10-09T16:30",
      ],
    },
    {
      name: "by the clock on the wall",
      span: { ...twoDays, calendar: "elapsed" } as const,
      wall: "2026-11-26T15:00",
      says: ["now 2026-11-26T15:00 → 2026-11-28T15:00", "beforeRest 2026-11-27T16:30 → 2026-11-29T16:30"],
    },
    {
      name: "the longest that is counted",
      span: { amount: 104, unit: "week", calendar: "elapsed" } as const,
      wall: "2026-11-26T15:00",
      says: ["now 2026-11-26T15:00 → 2028-11-23T15:00", "beforeRest 2026-11-27T16:30 → 2028-11-24T16:30"],
    },
    {
      name: "past it",
      span: { amount: 105, unit: "week", calendar: "elapsed" } as const,
      wall: "2026-11-26T15:00",
      says: [],
    },
  ])("$name", ({ span, wall, says }) => {
    expect(examples(span, wall)).toEqual(says);
  });

  it("tells nothing of a calendar in which nobody works", () => {
    expect(examples(twoDays, "2026-11-26T15:00", { ...china, week: [[], [], [], [], [], [], []] })).toEqual([]);
  });

  it("knows a week without days off", () => {
    const allDay = [["00:00", "24:00"]] as const;
    const always = {
      ...china,
      holidays: [],
      makeUpDays: [],
      week: [allDay, allDay, allDay, allDay, allDay, allDay, allDay] as const,
    };
    expect(examples(twoDays, "2026-11-26T15:00", always)).toEqual(["now 2026-11-26T15:00 → 2026-11-28T15:00"]);
  });
});
