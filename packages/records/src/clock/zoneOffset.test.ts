import { describe, expect, it } from "vitest";
import { zoneOffset } from "./zoneOffset.ts";

const HOUR_MS = 3_600_000;

describe("zoneOffset", () => {
  it.each([
    { zone: "Asia/Shanghai", at: "2026-11-25T04:00:00Z", hours: 8 },
    { zone: "Asia/Kathmandu", at: "2026-11-25T04:00:00Z", hours: 5.75 },
    { zone: "Europe/Berlin", at: "2026-03-29T00:59:59.999Z", hours: 1 },
    { zone: "Europe/Berlin", at: "2026-03-29T01:00:00Z", hours: 2 },
    { zone: "America/St_Johns", at: "2005-10-30T02:30:59.999Z", hours: -2.5 },
    { zone: "America/St_Johns", at: "2005-10-30T02:31:00Z", hours: -3.5 },
    { zone: "Africa/Monrovia", at: "1972-01-07T00:44:29Z", hours: -44.5 / 60 },
    { zone: "Africa/Monrovia", at: "1972-01-07T00:44:30Z", hours: 0 },
  ])("$zone at $at is $hours h ahead, asked once or again", ({ zone, at, hours }) => {
    expect(zoneOffset(zone, Date.parse(at))).toBe(hours * HOUR_MS);
    expect(zoneOffset(zone, Date.parse(at))).toBe(hours * HOUR_MS);
  });
});
