import { describe, expect, it } from "vitest";
import { processKey } from "./processKey.ts";

describe("processKey", () => {
  it.each([
    { name: "words become camelCase", given: "Special price", taken: [], key: "specialPrice" },
    { name: "accents fall away", given: "Café réservé", taken: [], key: "cafeReserve" },
    { name: "a taken key is counted up", given: "Quote", taken: ["quote", "quote2"], key: "quote3" },
    { name: "leading digits fall away", given: "2 Visits", taken: [], key: "visits" },
    { name: "a Chinese name takes the key of its record", given: "特价审批", taken: [], key: "quoteProcess" },
  ])("$name", ({ given, taken, key }) => {
    const made = processKey(given, "quote", taken);
    expect(made).toBe(key);
    expect(made).toMatch(/^[a-z][A-Za-z0-9]{0,59}$/);
  });
});
