import { describe, expect, it } from "vitest";
import { overlapOf } from "./draft.ts";

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
