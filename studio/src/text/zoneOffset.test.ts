import { describe, expect, it } from "vitest";
import { zoneOffset } from "./zoneOffset.ts";

describe("how far a zone is ahead", () => {
  it.each([
    { zone: "Asia/Shanghai", at: "2026-11-26T06:00:00Z", minutes: 480 },
    { zone: "UTC", at: "2026-11-26T06:00:00Z", minutes: 0 },
    { zone: "Asia/Kolkata", at: "2026-11-26T06:00:00Z", minutes: 330 },
    { zone: "America/New_York", at: "2026-03-08T06:59:59Z", minutes: -300 },
    { zone: "America/New_York", at: "2026-03-08T07:00:00Z", minutes: -240 },
    { zone: "Europe/Berlin", at: "2026-10-25T00:59:59Z", minutes: 120 },
    { zone: "Europe/Berlin", at: "2026-10-25T01:00:00Z", minutes: 60 },
  ])("$zone at $at: $minutes min", ({ zone, at, minutes }) => {
    expect(zoneOffset(zone, Date.parse(at))).toBe(minutes * 60_000);
  });
});
