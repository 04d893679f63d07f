import { describe, expect, it } from "vitest";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { ann, branch, codesIn, work, type Check } from "../../simulate/aChecked.ts";
import { aProcess, guardOf, setting, type StageDraft, type StepDraft } from "../../simulate/aProcess.ts";

const afterSetting = (
  path: string,
  when: string,
  between: StepDraft = { kind: "join" } as StepDraft,
): ProcessDefinition =>
  work({ a: setting(path, "record.currency"), m: between, b: branch, x: ann, y: ann }, [
    ["a", "m"],
    ["m", "b"],
    ["b", "x", `when ${when}`],
    ["b", "y", "default"],
  ]);
const editing = (when: string): ProcessDefinition =>
  work({ a: { ...ann, form: [{ path: "discount", access: "edit" }] } as StepDraft, x: ann, y: ann }, [
    ["a", "x", `when ${when}`],
    ["a", "y", "default"],
  ]);

const sets = (path: string, expression: string) => ({ block: "setFields", inputs: { [path]: { expression } } });
/** Two stages, the second final: a task of the first edits the discount and leads over, and so does a move without a form. */
const crossing = (one: StageDraft, two: StageDraft, by: "wire" | "move" = "wire"): ProcessDefinition =>
  aProcess({
    stages: {
      one: {
        entry: "a",
        steps: { a: { ...ann, form: [{ path: "discount", access: "edit" }] } as StepDraft },
        moves: { go: { to: "two", trigger: { by: "person" } } },
        ...one,
      },
      two: { final: "done", ...two },
    },
    wires: [["start", "one"], ...(by === "wire" ? [["a", "two"] as const] : [])],
  });

const cases: readonly Check[] = [
  {
    code: "READS_OWN_CHANGE",
    has: crossing({}, { entryActions: [sets("note", "'Total ' + string(record.total)")] }),
    hasNot: crossing({}, { entryActions: [sets("note", "'Total ' + string(record.total)")] }, "move"),
  },
  {
    code: "READS_OWN_CHANGE",
    has: crossing({ exitActions: [sets("note", "'Total ' + string(record.total)")] }, {}),
    hasNot: crossing({ exitActions: [sets("note", "'At ' + string(record.discount)")] }, {}),
  },
  {
    code: "READS_OWN_CHANGE",
    has: crossing({ entryActions: [sets("discount", "0.1"), sets("note", "string(record.total)")] }, {}),
    hasNot: crossing({ entryActions: [sets("note", "string(record.total)"), sets("discount", "0.1")] }, {}),
  },
  {
    code: "READS_OWN_CHANGE",
    has: crossing(
      { exitActions: [sets("discount", "0.1")] },
      { entryActions: [sets("note", "string(record.total)")] },
      "move",
    ),
    hasNot: crossing(
      { entryActions: [sets("discount", "0.1")] },
      { entryActions: [sets("note", "string(record.total)")] },
      "move",
    ),
  },
  {
    code: "READS_OWN_CHANGE",
    has: crossing(
      {},
      { entryActions: [sets("discount", "0.1")], entry: "g", steps: { g: guardOf("deny", "record.total > 5") } },
    ),
    hasNot: crossing(
      {},
      { entryActions: [sets("note", "'x'")], entry: "g", steps: { g: guardOf("deny", "record.total > 5") } },
      "move",
    ),
  },
  {
    code: "READS_OWN_CHANGE",
    has: afterSetting("discount", "record.total > 5"),
    hasNot: afterSetting("note", "record.total > 5"),
  },
  {
    code: "READS_OWN_CHANGE",
    has: afterSetting("discount", "record.total > 5"),
    hasNot: afterSetting("discount", "record.total > 5", ann),
  },
  {
    code: "READS_OWN_CHANGE",
    has: afterSetting("customer", "record.customer.grade == 'A'"),
    hasNot: afterSetting("customer", "record.customer == 'x'"),
  },
  { code: "READS_OWN_CHANGE", has: editing("record.margin > 5"), hasNot: editing("record.discount > 0.1") },
  {
    code: "READS_OWN_CHANGE",
    has: work({ a: setting("discount", "record.discount"), g: guardOf("hold", "record.total > 5") }, [["a", "g"]]),
    hasNot: work({ g: guardOf("hold", "record.total > 5"), a: setting("discount", "record.discount") }, [["g", "a"]]),
  },
];

describe("what is read in the step that changes it", () => {
  it.each(cases)("finds $code where it is, and not where it is not", ({ code, has, hasNot }) => {
    expect([codesIn(has).includes(code), codesIn(hasNot).includes(code)]).toEqual([true, false]);
  });
});
