import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalText, MONEY_LIMITS, parseDecimal, SHARE_LIMITS } from "./parseDecimal.ts";

describe("parseDecimal", () => {
  it.each([
    { given: "0", text: "0" },
    { given: "-0.00", text: "0" },
    { given: "00012.3400", text: "12.34" },
    { given: " 999999999999999.9999 ", text: "999999999999999.9999" },
    { given: "-999999999999999.9999", text: "-999999999999999.9999" },
    { given: "1.00000", text: "1" },
  ])("reads $given as $text", ({ given, text }) => {
    const read = parseDecimal(given);
    expect(read.ok && decimalText(read.value)).toBe(text);
  });

  it.each([
    { given: "1000000000000000", reason: "outOfRange" },
    { given: "999999999999999.99999", reason: "tooManyPlaces" },
    { given: "0.00001", reason: "tooManyPlaces" },
    { given: "1e3", reason: "notADecimal" },
    { given: "1,000", reason: "notADecimal" },
    { given: "NaN", reason: "notADecimal" },
    { given: "Infinity", reason: "notADecimal" },
    { given: "", reason: "notADecimal" },
    { given: ".5", reason: "notADecimal" },
    { given: "１２", reason: "notADecimal" },
    { given: 12, reason: "notADecimal" },
    { given: null, reason: "notADecimal" },
    { given: "9".repeat(41), reason: "notADecimal" },
  ])("refuses $given: $reason", ({ given, reason }) => {
    expect(parseDecimal(given)).toEqual({ ok: false, reason });
  });

  it("reads a share of six places, not of seven", () => {
    expect(parseDecimal("0.130001", SHARE_LIMITS).ok).toBe(true);
    expect(parseDecimal("0.1300001", SHARE_LIMITS)).toEqual({ ok: false, reason: "tooManyPlaces" });
  });

  it("gives every decimal of a money column back as it was written", () => {
    const units = fc.bigInt({ min: -(10n ** 19n) + 1n, max: 10n ** 19n - 1n });
    fc.assert(
      fc.property(units, (unit) => {
        const digits = (unit < 0n ? -unit : unit).toString().padStart(5, "0");
        const text = `${unit < 0n ? "-" : ""}${digits.slice(0, -4)}.${digits.slice(-4)}`;
        const read = parseDecimal(text, MONEY_LIMITS);
        expect(read.ok && read.value.times(10_000).toFixed()).toBe(unit.toString());
      }),
    );
  });
});
