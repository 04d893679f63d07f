import { describe, expect, it } from "vitest";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { ann, codesIn, work, type Check } from "../../simulate/aChecked.ts";
import type { StepDraft } from "../../simulate/aProcess.ts";

type Draft<K extends StepDraft["kind"]> = Extract<StepDraft, { kind: K }>;
/** A copy that may not find anybody, with or without a wire for that. */
const erring = (onError: Draft<"cc">["onError"], drawn = true): ProcessDefinition =>
  work({ c: { kind: "cc", who: [{ by: "owner" }], ...(onError ? { onError } : {}) }, n: ann, x: ann }, [
    ["c", "n"],
    ...(drawn ? [["c", "x", "error"] as const] : [["n", "x"] as const]),
  ]);
const calling = (more: Partial<Draft<"action">>): ProcessDefinition =>
  work({ c: { kind: "action", block: "webhook", inputs: { url: { value: "u" } }, ...more }, n: ann, x: ann }, [
    ["c", "n"],
    ["c", "x", "error"],
  ]);
/** A split into two that meet in a join, and a third wire of it to a step after the join. */

const cases: readonly Check[] = [
  { code: "ERROR_WIRE_MISSING", has: erring({ do: "follow" }, false), hasNot: erring({ do: "follow" }) },
  { code: "WIRE_NEVER_TAKEN", has: erring(undefined), hasNot: erring({ do: "follow" }) },
  { code: "WIRE_NEVER_TAKEN", has: erring({ do: "goOn" }), hasNot: erring({ do: "goOn" }, false) },
  { code: "WIRE_NEVER_TAKEN", has: calling({ onError: { do: "incident" } }), hasNot: calling({}) },
  {
    code: "ERROR_WIRE_TOO_LATE",
    has: calling({ await: false, onError: { do: "follow" } }),
    hasNot: calling({ onError: { do: "follow" } }),
  },
];

describe("what a step does when the machine cannot take it", () => {
  it.each(cases)("is checked: $code, and not its neighbour", ({ code, has, hasNot }) => {
    expect(codesIn(has)).toContain(code);
    expect(codesIn(hasNot)).not.toContain(code);
  });
});
