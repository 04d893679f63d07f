import { describe, expect, it } from "vitest";
import type { Control, Point } from "../../definition/control.ts";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { ann, codesIn, work, type Check } from "../../simulate/aChecked.ts";
import { approvalOf } from "../../simulate/aProcess.ts";

const once = (point: Point, id = "c"): Control => ({ id, must: "atMostOnce", point });
const step = (id: string, outcome?: string): Point => ({ at: "step", step: id, ...(outcome ? { outcome } : {}) });
const held = (...controls: readonly Control[]): ProcessDefinition => ({
  ...work({ a: approvalOf(["ann"]), t: ann }, [["a", "t"]]),
  controls: [...controls],
});
const where = (when: string): Control => ({
  id: "c",
  must: "passes",
  when,
  through: step("a", "approved"),
  before: { at: "milestone", milestone: "quote.sent" },
});

const cases: readonly (Check & { readonly name: string })[] = [
  {
    name: "a step",
    code: "CONTROL_POINT_UNKNOWN",
    has: held(once(step("b"))),
    hasNot: held(once(step("a"))),
  },
  {
    name: "a stage",
    code: "CONTROL_POINT_UNKNOWN",
    has: held(once({ at: "stage", stage: "a" })),
    hasNot: held(once({ at: "stage", stage: "work" })),
  },
  {
    name: "an outcome",
    code: "CONTROL_POINT_UNKNOWN",
    has: held(once(step("a", "done"))),
    hasNot: held(once(step("a", "rejected")), once(step("t", "done"), "d")),
  },
  {
    name: "an id",
    code: "CONTROL_POINT_TWICE",
    has: held(once(step("a")), once(step("t"))),
    hasNot: held(once(step("a")), once(step("t"), "d")),
  },
  {
    name: "a field",
    code: "UNKNOWN_FIELD",
    has: held(where("record.nothing > 1")),
    hasNot: held(where("record.total > 1")),
  },
];

describe("control points", () => {
  it.each(cases)("are checked: $name, $code", ({ code, has, hasNot }) => {
    expect(codesIn(has)).toContain(code);
    expect(codesIn(hasNot)).not.toContain(code);
  });
});
