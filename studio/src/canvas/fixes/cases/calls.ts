import { calledProcess, type ProcessDefinition } from "@sluice/process";
import { ann, branch, type StepDraft, work } from "@sluice/process/drafts";
import type { FixCase } from "./fixCase.ts";

type Subprocess = Extract<StepDraft, { kind: "subprocess" }>;

/** What is called: it is asked `asked`, and never sets `never`. */
const other = calledProcess(work({ a: ann }, [], {}, { variables: { asked: "text", never: "text" } }));
const world = { called: [{ process: "other", version: "latest" as const, as: other }] };

const calling = (more: Partial<Subprocess>): ProcessDefinition =>
  work({ a: { kind: "subprocess", process: "other", ...more } }, [], {}, { variables: { here: "text" } });

const telling = (expression: string): ProcessDefinition =>
  work({ a: { kind: "action", block: "notice", inputs: { people: { value: [] }, subject: { expression } } } });

/** What a process says to others, and to people. */
export const callCases: readonly FixCase[] = [
  {
    code: "UNKNOWN_VARIABLE",
    does: "didYouMean",
    or: "takeOut",
    has: calling({ handOver: { askd: "here" } }),
    world,
  },
  { code: "UNKNOWN_VARIABLE", does: "takeOut", has: calling({ bringBack: { here: "nothing" } }), world },
  {
    code: "UNKNOWN_VARIABLE",
    does: "didYouMean",
    or: "takeOut",
    has: calling({ bringBack: { here: "nevr" }, handOver: { never: "here" } }),
    world,
  },
  { code: "VARIABLE_NEVER_SET", does: "takeOut", has: calling({ bringBack: { here: "never" } }), world },
  { code: "ID_IN_TEXT", does: "write", has: telling(`"Ask " + text(record.?owner)`) },
  {
    code: "ID_IN_TEXT",
    does: "write",
    has: telling(`{"en": "By " + text(record.?owner), "zh": text(record.?owner) + "提交"}`),
  },
  { code: "ID_IN_TEXT", does: "write", has: telling(`{"en": "For " + shown(record.?customer, "en"), "zh": "给"}`) },
  { code: "UNKNOWN_FIELD", does: "didYouMean", has: telling(`"Dear " + shown(case.initiator, "en")`) },
  {
    code: "SHOWN_WHERE_DECIDED",
    does: "write",
    has: work({ b: branch, x: ann, y: ann }, [
      ["b", "x", `when shown(record.name, "en") == 'x'`],
      ["b", "y", "default"],
    ]),
  },
];
