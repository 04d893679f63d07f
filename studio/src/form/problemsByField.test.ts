import { describe, expect, it } from "vitest";
import type { ShownProblem } from "../api/shapes.ts";
import { problemsByField } from "./problemsByField.ts";

const about = (field: string | undefined, code = "REQUIRED_FIELD"): ShownProblem => ({
  code,
  message: `${field} is missing`,
  values: field === undefined ? {} : { field },
  whoCanClear: [],
});

describe("a problem is said", () => {
  it.each([
    { name: "at the field it names", problem: about("validUntil"), at: "validUntil" },
    { name: "at the field it names in an answer", problem: about("fields.validUntil"), at: "validUntil" },
    { name: "at the cell of a line", problem: about("lines.2.quantity"), at: "lines.2.quantity" },
    { name: "on top where the field is not on the screen", problem: about("terms"), at: null },
    { name: "on top where lines are wrong as a whole", problem: about("lines"), at: null },
    { name: "on top where it names no field", problem: about(undefined), at: null },
    { name: "on top where it is about more than its field", problem: about("validUntil", "GUARD_CLOSED"), at: null },
  ])("$name", ({ problem, at }) => {
    const { byField, general } = problemsByField([problem], (path) => path !== "terms");

    expect([...byField.keys()]).toEqual(at === null ? [] : [at]);
    expect(general).toEqual(at === null ? [problem] : []);
  });
});
