import { ann, aNet, aProcess, approvalOf } from "@sluice/process/drafts";
import type { FixCase } from "./fixCase.ts";

const approved = { at: "step", step: "a", outcome: "approved" } as const;

/** Joins that wait for each other; the wire back may be taken or not. */
const stuckJoins = aNet("p1>t1 p1>t2 t1>j1 t2>j2 j1>t3 t3>j2 j2>x1 x1>t4 x1>t5 t4>j1");

/** What only exploring every path finds. */
export const proofCases: readonly FixCase[] = [
  {
    code: "CONTROL_POINT_FAILS",
    does: "noSelfEver",
    has: {
      ...aProcess({
        stages: {
          draft: { moves: { submit: { to: "work", trigger: { by: "person" } } } },
          work: { entry: "a", steps: { a: approvalOf(["ann"], { onSelf: "allow" }) } },
          sent: { final: "done" },
        },
        wires: [
          ["start", "draft"],
          ["a", "sent", "outcome approved"],
          ["a", "draft", "outcome rejected"],
          ["a", "draft", "outcome withdrawn"],
        ],
      }),
      controls: [{ id: "self", must: "notSamePerson", point: { at: "initiator" }, other: approved }],
    },
  },
  { code: "STUCK_FOR_EVER", does: "waitForFirst", has: stuckJoins },
  {
    code: "NEVER_ENDS",
    does: "leadOut",
    has: aProcess({
      stages: { one: { entry: "a", steps: { a: ann, b: ann } }, two: { final: "done" } },
      wires: [
        ["start", "one"],
        ["a", "b"],
        ["b", "a"],
      ],
    }),
  },
  { code: "RUNS_TWICE", does: "joinBefore", has: aNet("p1>t1 p1>t2 t1>t3 t2>t3") },
  {
    code: "NEVER_REACHED",
    does: "takeStepAway",
    has: aNet("x1>x2?record.total>1 x1>t3 x2>t1?record.total<0 x2>t2"),
  },
];
