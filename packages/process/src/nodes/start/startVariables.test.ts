import { describe, expect, it } from "vitest";
import type { Variable } from "../../definition/variable.ts";
import type { Json } from "../../kernel/json.ts";
import { startVariables } from "./startVariables.ts";

const declaring = (...types: readonly Variable["type"][]) => ({
  variables: types.map((type) => ({ key: type, name: { en: type, zh: type }, type })),
});
const id = "0190d3a4-7c1e-7b0a-8f00-5a1c9b2d3e4f";

describe("startVariables", () => {
  it.each<{ type: Variable["type"]; good: readonly Json[]; bad: readonly Json[] }>([
    { type: "text", good: ["", "字", "x".repeat(10_000)], bad: [1, "x".repeat(10_001), ["x"]] },
    { type: "decimal", good: ["12.50", "-3", 7], bad: [0.5, "1e3", "12,5", ""] },
    { type: "integer", good: [0, -7, Number.MAX_SAFE_INTEGER], bad: [0.5, "7", Number.MAX_SAFE_INTEGER + 1] },
    { type: "boolean", good: [true, false], bad: ["true", 1] },
    { type: "date", good: ["2028-02-29", "2026-12-31"], bad: ["2027-02-29", "2026-13-01", "2026-1-1", 20_260_101] },
    {
      type: "instant",
      good: ["2026-11-25T08:00:00.000Z", "2026-11-25T08:00+08:00"],
      bad: ["2026-11-25", "2026-11-25T08:00:00", "2026-02-30T08:00:00Z"],
    },
    { type: "person", good: [id], bad: ["ann", id.slice(1)] },
    { type: "record", good: [id], bad: ["Q-2026-000001"] },
    { type: "list", good: [[], [1, "two"]], bad: [{}, Array.from({ length: 501 }, () => 1)] },
  ])("takes a $type exactly, or refuses it", ({ type, good, bad }) => {
    for (const value of good)
      expect(startVariables(declaring(type), { [type]: value })).toEqual({
        variables: { [type]: value },
        problems: [],
      });
    for (const value of bad)
      expect(startVariables(declaring(type), { [type]: value }).problems.map((it) => it.values)).toEqual([
        { field: `payload.${type}`, reason: "wrongType", expected: type },
      ]);
  });

  it("leaves out what is not declared, and what is null", () => {
    const payload = { text: "a", integer: null, other: { deep: true } };
    expect(startVariables(declaring("text", "integer"), payload)).toEqual({ variables: { text: "a" }, problems: [] });
    expect(startVariables(declaring("text"), null)).toEqual({ variables: {}, problems: [] });
  });

  it("tells every problem at once, and takes nothing but an object", () => {
    expect(startVariables(declaring("text", "integer"), { text: 1, integer: "x" }).problems).toHaveLength(2);
    expect(startVariables(declaring("text"), ["a"]).problems.map((it) => it.code)).toEqual(["INPUT_INVALID"]);
  });
});
