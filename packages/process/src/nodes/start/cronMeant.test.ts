import { describe, expect, it } from "vitest";
import { cronFault } from "./cron.ts";
import { cronMeant } from "./cronMeant.ts";
import { zoneMeant } from "./zoneMeant.ts";

describe("the schedule that was meant", () => {
  it.each<{ cron: string; meant: readonly string[] }>([
    { cron: "0 9 * * 7", meant: ["0 9 * * 0"] },
    { cron: "0 9 * * 17", meant: [] },
    { cron: "0 9 * * MONDAY", meant: ["0 9 * * MON"] },
    { cron: "0 0 9 ? * MON", meant: ["0 9 * * MON"] },
    { cron: "30 0 9 * * MON", meant: [] },
    { cron: "@daily", meant: ["0 0 * * *"] },
    { cron: "0 9 1 * 1", meant: ["0 9 1 * *", "0 9 * * 1"] },
    { cron: "0 0 30 2 *", meant: ["0 0 28 2 *"] },
    { cron: "0 0 31 4,6 *", meant: [] },
    { cron: "every monday", meant: [] },
    { cron: "0 9 * * 1", meant: [] },
  ])("of $cron", ({ cron, meant }) => {
    expect(cronMeant(cron)).toEqual(meant);
    expect(cronMeant(cron).map(cronFault)).toEqual(meant.map(() => null));
  });

  it.each<{ zone: string; meant: string | null }>([
    { zone: "+08:00", meant: "Etc/GMT-8" },
    { zone: "UTC-3", meant: "Etc/GMT+3" },
    { zone: "+05:30", meant: null },
    { zone: "+15:00", meant: null },
    { zone: "Asia/Shangai", meant: "Asia/Shanghai" },
    { zone: "New York", meant: "America/New_York" },
    { zone: "the moon", meant: null },
  ])("and the zone: $zone", ({ zone, meant }) => {
    expect(zoneMeant(zone)).toBe(meant);
  });
});
