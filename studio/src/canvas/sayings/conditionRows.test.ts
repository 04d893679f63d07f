import { isPresence } from "@sluice/process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparisons, conditionOf, type ConditionRow, rowsOf } from "./conditionRows.ts";

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
    {
      when: '!("north" in record.c_regions) && !record.isKey',
      rows: [
        { path: "record.c_regions", comparison: "excludes", value: "north", type: "text" },
        { path: "record.isKey", comparison: "==", value: "false", type: "boolean" },
      ],
    },
    {
      when: "(record.?margin.orValue(0) >= 0.25) && !(record.total > 5)",
      rows: [
        { path: "record.margin", comparison: ">=", value: "0.25", type: "number", ifSet: true },
        { path: "record.total", comparison: "<=", value: "5", type: "number" },
      ],
    },
    { when: "record.?margin.orValue(0) < 0.25", rows: null },
    { when: "record.region in record.c_regions", rows: null },
    { when: "record.total > record.costTotal", rows: null },
    { when: "record.a > 1 || record.b > 2", rows: null },
    { when: "record.a > 1 && (record.b > 2 || record.c > 3)", rows: null },
    { when: "size(record.lines) > 0", rows: null },
    {
      when: 'record.name == "a && b"',
      rows: [{ path: "record.name", comparison: "==", value: "a && b", type: "text" }],
    },
    { when: "", rows: null },
  ])("reads $when", ({ when, rows }) => {
    expect(rowsOf(when)).toEqual(rows);
  });

  const value = fc.oneof(
    fc.record({ type: fc.constant("text" as const), value: fc.string({ unit: "grapheme", maxLength: 12 }) }),
    fc.record({ type: fc.constant("boolean" as const), value: fc.constantFrom("true", "false") }),
    fc.record({
      type: fc.constant("number" as const),
      value: fc
        .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.stringMatching(/^(\.\d{1,4})?$/))
        .map(([whole, fraction]) => `${whole}${fraction}`),
    }),
  );
  const row = (path: string): fc.Arbitrary<ConditionRow> =>
    fc
      .record({
        comparison: fc.constantFrom(...comparisons, "includes" as const, "excludes" as const),
        value,
        ifSet: fc.constantFrom({ ifSet: true as const }, {}),
      })
      .map(({ comparison, value: compared, ifSet }) =>
        isPresence(comparison)
          ? { path, comparison, type: "text", value: "" }
          : comparison === "includes" || comparison === "excludes"
            ? { path, comparison, type: "text", value: compared.value, ...ifSet }
            : { path, comparison, ...compared, ...ifSet },
      );
  const rows = fc
    .uniqueArray(fc.stringMatching(/^record\.f[A-Z]{1,4}(\.g[A-Z]{1,4})?$/), {
      minLength: 1,
      maxLength: 4,
      selector: (path) => path.split(".")[1],
    })
    .chain((paths) => fc.tuple(...paths.map(row)));

  it("reads back what it wrote", () => {
    fc.assert(
      fc.property(rows, (written) => {
        expect(rowsOf(conditionOf(written))).toEqual(written);
      }),
    );
  });

  it("does not take a presence for said that stands elsewhere", () => {
    const written: ConditionRow[] = [
      { path: "record.a", comparison: "set", value: "", type: "text" },
      { path: "record.b", comparison: "==", value: "x", type: "text" },
      { path: "record.a", comparison: "==", value: "y", type: "text" },
    ];
    expect(rowsOf(conditionOf(written))).toEqual(written);
  });
});
