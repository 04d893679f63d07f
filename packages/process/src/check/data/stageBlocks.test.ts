import { describe, expect, it } from "vitest";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { ann, codesIn, work, type Check } from "../../simulate/aChecked.ts";
import type { StageDraft } from "../../simulate/aProcess.ts";

type StageAction = NonNullable<StageDraft["entryActions"]>[number];
const entering = (...entryActions: StageAction[]): ProcessDefinition => work({ a: ann }, [], { entryActions });
const sets = (path: string, expression: string): StageAction => ({
  block: "setFields",
  inputs: { [path]: { expression } },
});
const link: StageAction = { block: "linkRecord", inputs: { field: { value: "customer" }, record: { value: "x" } } };
const makes: StageAction = {
  block: "createRecord",
  inputs: { recordType: { value: "order" } },
  outputs: { made: "record" },
};

const cases: readonly Check[] = [
  {
    code: "OUTER_BLOCK_IN_STAGE",
    has: entering({ block: "pdf", inputs: { quote: { expression: "case.stage" } } }),
    hasNot: entering({ block: "notice", inputs: { people: { value: [] }, subject: { value: "x" } } }),
  },
  { code: "UNKNOWN_BLOCK", has: entering({ block: "shout" }), hasNot: entering(link) },
  {
    code: "INPUT_MISSING",
    has: entering({ ...link, inputs: { field: { value: "customer" } } }),
    hasNot: entering(link),
  },
  {
    code: "UNKNOWN_PROCESS",
    has: entering({ block: "openChild", inputs: { process: { value: "none" } } }),
    hasNot: entering({ block: "openChild", inputs: { process: { value: "other" } } }),
  },
  { code: "UNKNOWN_FIELD", has: entering(sets("nothing", "'x'")), hasNot: entering(sets("note", "'x'")) },
  {
    code: "UNKNOWN_FIELD",
    has: entering({ ...link, inputs: { ...link.inputs, field: { value: "nothing" } } }),
    hasNot: entering(link),
  },
  {
    code: "EXPRESSION_INVALID",
    has: entering(sets("note", "'x' +")),
    hasNot: entering(sets("note", "'x' + 'y'")),
  },
  {
    code: "VARIABLE_MAY_BE_UNSET",
    has: entering(sets("note", "vars.made"), makes),
    hasNot: entering(makes, sets("note", "vars.made")),
  },
  {
    code: "UNKNOWN_VARIABLE",
    has: entering(sets("note", "vars.made")),
    hasNot: entering(makes, sets("note", "vars.made")),
  },
];

describe("blocks that a stage runs as it is entered", () => {
  it.each(cases)("are told $code where it is, and not where it is not", ({ code, has, hasNot }) => {
    expect([codesIn(has).includes(code), codesIn(hasNot).includes(code)]).toEqual([true, false]);
  });
});
