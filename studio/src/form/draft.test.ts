import { describe, expect, it } from "vitest";
import { isReached, overlapOf } from "./draft.ts";

const aDraft = { version: 3, base: { name: "Pump", note: null, unit: "pc" }, edits: { name: "Pump II" } };

describe("overlapOf", () => {
  it.each([
    {
      name: "nothing while the version stands",
      standing: { version: 3, fields: { name: "Other" } },
      overlap: { both: [], theirs: [] },
    },
    {
      name: "a field typed on both sides",
      standing: { version: 4, fields: { name: "Pump X", note: null, unit: "pc" } },
      overlap: { both: ["name"], theirs: [] },
    },
    {
      name: "a field typed only there",
      standing: { version: 4, fields: { name: "Pump", note: "hm", unit: "pc" } },
      overlap: { both: [], theirs: ["note"] },
    },
    {
      name: "nothing when both typed the same",
      standing: { version: 4, fields: { name: "Pump II", note: null, unit: "pc" } },
      overlap: { both: [], theirs: [] },
    },
  ])("finds $name", ({ standing, overlap }) => {
    expect(overlapOf(aDraft, standing)).toEqual(overlap);
  });

  it("finds nothing without a draft", () => {
    expect(overlapOf(null, { version: 9, fields: {} })).toEqual({ both: [], theirs: [] });
  });
});

describe("isReached", () => {
  const typed = { version: 3, base: {}, edits: { name: "Pump", lines: [{ description: "Valve", quantity: "2" }] } };
  const saved = { name: "Pump", lines: [{ id: "a", description: "Valve", quantity: "2", total: "20" }] };
  it.each([
    { name: "the lost save stands", given: typed, standing: { version: 4, fields: saved }, reached: true },
    { name: "nothing was saved", given: typed, standing: { version: 3, fields: saved }, reached: false },
    {
      name: "somebody else saved",
      given: typed,
      standing: { version: 4, fields: { ...saved, name: "P" } },
      reached: false,
    },
    {
      name: "a line is missing",
      given: typed,
      standing: { version: 4, fields: { ...saved, lines: [] } },
      reached: false,
    },
    { name: "no draft", given: null, standing: { version: 4, fields: saved }, reached: false },
  ])("$name", ({ given, standing, reached }) => {
    expect(isReached(given, standing)).toBe(reached);
  });
});
