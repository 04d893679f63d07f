import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilFromDays, dateText, daysFromCivil, parseDate } from "./civilDate.ts";
import { instantText, parseInstant } from "./instant.ts";

describe("parseInstant", () => {
  it.each([
    { given: "2026-03-01T09:00:00+08:00", text: "2026-03-01T01:00:00.000Z" },
    { given: "2026-01-01T00:30-03:30", text: "2026-01-01T04:00:00.000Z" },
    { given: "2028-02-29T23:59:59.999Z", text: "2028-02-29T23:59:59.999Z" },
    { given: "1969-12-31T23:59:59.999Z", text: "1969-12-31T23:59:59.999Z" },
    { given: "2026-01-01T00:00:00.120000Z", text: "2026-01-01T00:00:00.120Z" },
  ])("reads $given as $text", ({ given, text }) => {
    const epochMs = parseInstant(given);
    expect(epochMs === null ? null : instantText(epochMs)).toBe(text);
  });

  it.each([
    "2026-03-01T09:00:00",
    "2027-02-29T00:00:00Z",
    "2026-03-01T24:00:00Z",
    "2026-03-01T10:60:00Z",
    "2026-06-30T23:59:60Z",
    "2026-03-01T00:00:00.0001Z",
    "2026-03-01",
    "yesterday",
  ])("refuses %s", (given) => {
    expect(parseInstant(given)).toBeNull();
  });

  it("agrees with the platform's calendar over nine thousand years", () => {
    const everyInstant = fc.date({
      min: new Date("1000-01-01T00:00:00Z"),
      max: new Date("9999-12-31T23:59:59.999Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(everyInstant, (date) => {
        expect(parseInstant(date.toISOString())).toBe(date.getTime());
        expect(instantText(date.getTime())).toBe(date.toISOString());
      }),
    );
  });

  it("turns days into dates and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (days) => {
        expect(daysFromCivil(civilFromDays(days))).toBe(days);
      }),
    );
  });

  it.each(["2028-02-30", "2100-02-29", "2026-00-10", "2026-1-1", "2026-13-01"])("knows that %s never was", (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it("knows the leap day of 2000", () => {
    expect(dateText(parseDate("2000-02-29") ?? { year: 0, month: 0, day: 0 })).toBe("2000-02-29");
  });
});
