import type { ProcessDefinition } from "@sluice/process";
import {
  ann,
  aNet,
  aProcess,
  approvalOf,
  branch,
  day,
  moving,
  setting,
  type StepDraft,
  work,
} from "@sluice/process/drafts";
import type { FixCase } from "./fixCase.ts";

const split = { kind: "parallel" } as const;
const join = { kind: "join" } as const;
const person = { by: "person" } as const;

const twoStages = (kind: "lifeCycle" | "side", moves = {}): ProcessDefinition =>
  aProcess({ kind, stages: { one: { moves }, two: { final: "done" } }, wires: [["start", "one"]] });

const stuckJoins = aNet("p1>t1 p1>t2 t1>j1 t2>j2 j1>t3 t3>j2 j2>t4 t4>j1");

const wired = (definition: ProcessDefinition, from: string, to: string): ProcessDefinition => ({
  ...definition,
  edges: [...definition.edges, { id: "odd", from, to, on: { kind: "next" } }],
});

const giving: StepDraft = { kind: "message", message: "paid", giveUpAfter: day };

/** Ways through a process: what leads where, splits and joins, circles. */
export const wayCases: readonly FixCase[] = [
  { code: "UNREACHABLE", does: "takeStepAway", has: work({ a: ann, b: ann }) },
  {
    code: "UNREACHABLE",
    does: "beginWithIt",
    or: "takeStepAway",
    has: aProcess({ stages: { one: { steps: { a: ann } } }, wires: [["start", "one"]] }),
  },
  {
    code: "UNREACHABLE",
    does: "leadByMove",
    or: "takeStageAway",
    has: aProcess({ stages: { one: {}, two: {} }, wires: [["start", "one"]] }),
  },
  { code: "NO_WAY_OUT", does: "leadOut", has: wired(twoStages("lifeCycle"), "start", "two") },
  {
    code: "NO_WAY_OUT",
    does: "endHere",
    has: aProcess({ kind: "lifeCycle", stages: { one: {} }, wires: [["start", "one"]] }),
  },
  {
    code: "NO_WAY_OUT",
    does: "endBehind",
    at: "a",
    has: aProcess({
      stages: {
        one: { entry: "a", steps: { a: ann }, moves: { go: { to: "one", trigger: person } } },
        two: { entry: "b", steps: { b: ann }, moves: { on: { to: "one", trigger: person } } },
      },
      wires: [["start", "two"]],
    }),
  },
  {
    code: "END_IN_OPEN_STAGE",
    does: "leadInstead",
    has: aProcess({
      kind: "lifeCycle",
      stages: {
        one: { entry: "a", steps: { a: ann, e: { kind: "end" } }, moves: { go: { to: "two", trigger: person } } },
        two: { final: "done" },
      },
      wires: [
        ["start", "one"],
        ["a", "e"],
      ],
    }),
  },
  {
    code: "MOVE_NEVER_OPEN",
    does: "removeMove",
    has: aProcess({
      stages: { one: { final: "done", moves: { go: { to: "one", trigger: person } } } },
      wires: [["start", "one"]],
    }),
  },
  {
    code: "WIRE_NEVER_TAKEN",
    does: "takeAlways",
    has: work({ a: ann, b: ann }, [["a", "b", "when record.total > 1"]]),
  },
  {
    code: "WIRE_NEVER_TAKEN",
    does: "removeWire",
    has: work({ a: ann, b: ann, c: ann }, [
      ["a", "b"],
      ["b", "c"],
      ["a", "c", "when record.total > 1"],
    ]),
  },
  {
    code: "WIRE_NEVER_TAKEN",
    does: "takeWire",
    has: work({ a: approvalOf(["ann"]), b: ann }, [["a", "b", "when record.total > 1"]]),
  },
  {
    code: "WIRE_NEVER_TAKEN",
    does: "followErrors",
    or: "removeWire",
    has: work({ c: { kind: "cc", who: [{ by: "owner" }] }, n: ann, x: ann }, [
      ["c", "n"],
      ["c", "x", "error"],
      ["n", "x"],
    ]),
  },
  {
    code: "WIRE_NOT_POSSIBLE",
    does: "makeMove",
    or: "removeWire",
    has: wired(twoStages("side", { go: { to: "two", trigger: person } }), "one", "two"),
  },
  { code: "WIRE_NOT_POSSIBLE", does: "removeWire", has: wired(work({ a: ann }), "a", "start") },
  { code: "WIRE_DANGLES", does: "removeWire", has: wired(work({ a: ann }), "a", "gone") },
  {
    code: "ERROR_WIRE_MISSING",
    does: "raiseIncident",
    has: work({ c: { kind: "cc", who: [{ by: "owner" }], onError: { do: "follow" } } }),
  },
  {
    code: "ERROR_WIRE_TOO_LATE",
    does: "waitForIt",
    has: work(
      {
        c: {
          kind: "action",
          block: "webhook",
          inputs: { url: { value: "u" } },
          await: false,
          onError: { do: "follow" },
        },
        x: ann,
      },
      [["c", "x", "error"]],
    ),
  },
  {
    code: "IMPLICIT_SPLIT",
    does: "splitBetween",
    has: work({ a: ann, b: ann, c: ann }, [
      ["a", "b"],
      ["a", "c"],
    ]),
  },
  {
    code: "IMPLICIT_SPLIT",
    does: "keepFirst",
    has: work({ a: ann, b: ann, c: ann }, [
      ["a", "b"],
      ["a", "c"],
      ["b", "c"],
    ]),
  },
  {
    code: "MISSING_DEFAULT",
    does: "lastIsDefault",
    has: work({ a: branch, b: ann }, [["a", "b", "when record.total > 1"]]),
  },
  {
    code: "OUTCOME_WITHOUT_WIRE",
    does: "drawWire",
    has: aProcess({
      stages: {
        one: { entry: "a", steps: { a: approvalOf(["ann"], { withdraw: "never" }) } },
        two: { final: "won" },
        off: { final: "lost" },
      },
      wires: [
        ["start", "one"],
        ["start", "off"],
        ["a", "two", "outcome approved"],
      ],
    }),
  },
  {
    code: "OUTCOME_UNKNOWN",
    does: "takeWire",
    has: work({ a: approvalOf(["ann"]), b: ann }, [["a", "b", "outcome aproved"]]),
  },
  {
    code: "TIMEOUT_WITHOUT_WIRE",
    does: "goOnThen",
    or: "waitWithoutEnd",
    has: work({ a: giving, b: ann }, [["a", "b"]]),
  },
  { code: "TIMEOUT_WITHOUT_WIRE", does: "waitWithoutEnd", has: work({ a: giving }) },
  { code: "TIMEOUT_NEVER", does: "giveTime", has: work({ a: ann, b: ann }, [["a", "b", "timeout"]]) },
  {
    code: "TIMEOUT_NEVER",
    does: "giveUp",
    has: work({ a: { kind: "message", message: "paid" }, b: ann }, [["a", "b", "timeout"]]),
  },
  {
    code: "LOOP_WITHOUT_WAIT",
    does: "putTask",
    or: "putTimer",
    has: work({ a: setting("note", "'x'"), b: branch, c: ann }, [
      ["a", "b"],
      ["b", "a", "default*2"],
      ["b", "c", "when record.total > 1"],
    ]),
  },
  {
    code: "WAY_BACK_UNBOUNDED",
    does: "boundRounds",
    has: work({ a: ann, b: ann, c: ann }, [
      ["a", "b"],
      ["b", "a", "outcome again"],
      ["b", "c"],
    ]),
  },
  {
    code: "LACK_OF_SYNCHRONISATION",
    does: "joinBefore",
    has: work({ p: split, a: ann, b: ann, z: ann }, [
      ["p", "a"],
      ["p", "b"],
      ["a", "z"],
      ["b", "z"],
    ]),
  },
  {
    code: "LACK_OF_SYNCHRONISATION",
    does: "joinBefore",
    has: work({ p: split, a: ann, b: ann, c: ann, j: join, z: ann }, [
      ["p", "a"],
      ["p", "b"],
      ["p", "c"],
      ["a", "j"],
      ["b", "j"],
      ["j", "z"],
      ["c", "z"],
    ]),
  },
  {
    code: "LACK_OF_SYNCHRONISATION",
    does: "joinBefore",
    at: "z",
    has: work({ p: split, a: ann, b: ann, z: ann, x: ann }, [
      ["p", "a"],
      ["p", "b"],
      ["a", "z"],
      ["b", "z"],
      ["z", "a", "outcome again*3"],
      ["z", "x"],
    ]),
  },
  { code: "DEADLOCK", does: "waitForFirst", has: stuckJoins },
  {
    code: "SPLIT_CROSSES_STAGE",
    does: "leaveTogether",
    has: aProcess({
      stages: { one: { entry: "p", steps: { p: split, a: ann, b: ann } }, two: {} },
      wires: [
        ["start", "one"],
        ["p", "a"],
        ["p", "b"],
        ["a", "two"],
      ],
    }),
  },
  {
    code: "SEND_BACK_NOWHERE",
    does: "sendBackToInitiator",
    has: work({ a: approvalOf(["ann"], { sendBack: { to: "previous" } }) }),
  },
  {
    code: "TURNS_NEED_TASKS",
    does: "runTogether",
    has: work({ p: { kind: "parallel", run: "oneAtATime" }, a: ann, b: approvalOf(["ann"]), j: join }, [
      ["p", "a"],
      ["p", "b"],
      ["a", "j"],
      ["b", "j"],
    ]),
  },
  {
    code: "MOVE_DANGLES",
    does: "removeMove",
    has: moving({ to: "gone", trigger: person }),
  },
];
