import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparisons, conditionOf, type ConditionRow, isPresence, rowsOf } from "./conditionRows.ts";
import { percentOf, shareOf } from "./percent.ts";

describe("condition rows", () => {
  it.each([
    { when: "true", rows: [] },
    {
      when: "record.effectiveDiscount > 0.15",
      rows: [{ path: "record.effectiveDiscount", comparison: ">", value: "0.15", type: "number" }],
    },
    {
      when: 'record.grade == "A"&&record.active != false',
      rows: [
        { path: "record.grade", comparison: "==", value: "A", type: "text" },
        { path: "record.active", comparison: "!=", value: "false", type: "boolean" },
      ],
    },
    {
      when: "has(record.margin) && record.margin < 0.25 && !has(record.note) && has(record.total)",
      rows: [
        { path: "record.margin", comparison: "<", value: "0.25", type: "number", ifSet: true },
        { path: "record.note", comparison: "empty", value: "", type: "text" },
        { path: "record.total", comparison: "set", value: "", type: "text" },
      ],
    },
    {
      when: '"north" in record.c_regions && record.c_score >= 3',
      rows: [
        { path: "record.c_regions", comparison: "includes", value: "north", type: "text" },
        { path: "record.c_score", comparison: ">=", value: "3", type: "number" },
      ],
    },
    { when: "record.region in record.c_regions", rows: null },
    { when: "record.total > record.costTotal", rows: null },
    { when: "a > 1 || b > 2", rows: null },
    { when: "size(record.lines) > 0", rows: null },
    { when: 'record.name == "a && b"', rows: null },
    { when: "", rows: null },
  ])("reads $when", ({ when, rows }) => {
    expect(rowsOf(when)).toEqual(rows);
  });

  it("reads back what it wrote", () => {
    const row: fc.Arbitrary<ConditionRow> = fc
      .record({
        path: fc.stringMatching(/^record\.[a-z]{1,8}$/),
        comparison: fc.constantFrom(...comparisons, "includes" as const),
        type: fc.constant("text" as const),
        value: fc.string({ maxLength: 12 }).filter((text) => !text.includes("&&")),
        ifSet: fc.constantFrom(true as const, undefined),
      })
      .map(({ ifSet, ...row }) =>
        isPresence(row.comparison) ? { ...row, value: "" } : { ...row, ...(ifSet ? { ifSet } : {}) },
      );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        expect(rowsOf(conditionOf(rows))).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });
});

describe("percent", () => {
  it.each([
    ["0.15", "15"],
    ["0.125", "12.5"],
    ["1", "100"],
    ["0", "0"],
    ["0.005", "0.5"],
    ["-0.07", "-7"],
    ["12.3456", "1234.56"],
  ])("%s is %s %%", (share, percent) => {
    expect(percentOf(share)).toBe(percent);
    expect(shareOf(percent)).toBe(share);
  });
  it("waits for a number", () => {
    expect(shareOf("12.")).toBeNull();
  });
});
