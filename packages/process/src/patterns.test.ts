import { describe, expect, it } from "vitest";
import { checkDefinition } from "./check/checkDefinition.ts";
import { aCase, finish, openAt, standingAt } from "./simulate/aCase.ts";
import { aProcess, taskOf, timerOf, type ProcessDraft, type StageDraft, type WireDraft } from "./simulate/aProcess.ts";
import type { Simulation } from "./simulate/simulation.ts";

const ann = taskOf("ann");
const inBoth = { en: "it", zh: "它" };

const work = (steps: NonNullable<StageDraft["steps"]>, wires: readonly WireDraft[], more: Partial<ProcessDraft> = {}): ProcessDraft => ({ stages: { work: { entry: "a", steps } }, wires: [["start", "work"], ...wires], ...more });

interface Pattern {
  readonly name: string;
  readonly draft: ProcessDraft;
  readonly play?: (simulation: Simulation) => void;
  /** The open work in the end, in order of opening; `ended` when the case has. */
  readonly open: readonly string[];
  readonly record?: { readonly [path: string]: string };
}

const split = { kind: "parallel" } as const;
const join = { kind: "join" } as const;
const threeWays: readonly WireDraft[] = [["a", "b"], ["a", "c"], ["a", "d"], ["b", "j"], ["c", "j"], ["d", "j"], ["j", "z"]];
const oneOfThree = (wait: { for: "first" } | { for: "count"; count: number } | { for: "all" }) => work({ a: split, b: ann, c: ann, d: ann, j: { kind: "join", wait }, z: ann }, threeWays);

const patterns: readonly Pattern[] = [
  { name: "WCP-1 sequence", draft: work({ a: ann, b: ann }, [["a", "b"]]), play: (it) => finish(it, "a"), open: ["b"] },
  { name: "WCP-2 parallel split", draft: work({ a: split, b: ann, c: ann }, [["a", "b"], ["a", "c"]]), open: ["b", "c"] },
  { name: "WCP-3 synchronisation: not before both", draft: work({ a: split, b: ann, c: ann, j: join, z: ann }, [["a", "b"], ["a", "c"], ["b", "j"], ["c", "j"], ["j", "z"]]), play: (it) => finish(it, "b"), open: ["c"] },
  {
    name: "WCP-3 synchronisation: once after both",
    draft: work({ a: split, b: ann, c: ann, j: join, z: ann }, [["a", "b"], ["a", "c"], ["b", "j"], ["c", "j"], ["j", "z"]]),
    play: (it) => (finish(it, "c"), finish(it, "b")),
    open: ["z"],
  },
  { name: "WCP-4 exclusive choice", draft: work({ a: { kind: "branch" }, b: ann, c: ann }, [["a", "b", "when record.total > 100"], ["a", "c", "default"]]), record: { total: "100.01" }, open: ["b"] },
  { name: "WCP-4 exclusive choice, at the limit", draft: work({ a: { kind: "branch" }, b: ann, c: ann }, [["a", "b", "when record.total > 100"], ["a", "c", "default"]]), record: { total: "100.00" }, open: ["c"] },
  { name: "WCP-5 simple merge", draft: work({ a: { kind: "branch" }, b: ann, c: ann, z: ann }, [["a", "b", "when record.total > 100"], ["a", "c", "default"], ["b", "z"], ["c", "z"]]), record: { total: "1" }, play: (it) => finish(it, "c"), open: ["z"] },
  { name: "WCP-6 multi-choice: both", draft: work({ a: split, b: ann, c: ann }, [["a", "b", "when record.total > 1"], ["a", "c", "when record.total > 2"]]), record: { total: "3" }, open: ["b", "c"] },
  { name: "WCP-6 multi-choice: one", draft: work({ a: split, b: ann, c: ann }, [["a", "b", "when record.total > 1"], ["a", "c", "when record.total > 2"]]), record: { total: "2" }, open: ["b"] },
  {
    name: "WCP-7 structured synchronising merge: waits only for what was chosen",
    draft: work({ a: split, b: ann, c: ann, j: join, z: ann }, [["a", "b", "when record.total > 1"], ["a", "c", "when record.total > 2"], ["b", "j"], ["c", "j"], ["j", "z"]]),
    record: { total: "2" },
    play: (it) => finish(it, "b"),
    open: ["z"],
  },
  { name: "WCP-9 structured discriminator: the first goes on, the rest is cancelled", draft: oneOfThree({ for: "first" }), play: (it) => finish(it, "c"), open: ["z"] },
  { name: "n of m: not before the second", draft: oneOfThree({ for: "count", count: 2 }), play: (it) => finish(it, "d"), open: ["b", "c"] },
  { name: "n of m: with the second, the rest is cancelled", draft: oneOfThree({ for: "count", count: 2 }), play: (it) => (finish(it, "d"), finish(it, "b")), open: ["z"] },
  {
    name: "WCP-10 arbitrary cycle",
    draft: work({ a: { ...ann, kind: "task", outcomes: [{ key: "again", name: inBoth }, { key: "on", name: inBoth }] } as typeof ann, b: ann, z: ann }, [["a", "b", "outcome on"], ["a", "z", "outcome again"], ["z", "a", "*2"]]),
    play: (it) => (finish(it, "a", "again"), finish(it, "z"), finish(it, "a", "on")),
    open: ["b"],
  },
  { name: "WCP-11 implicit termination", draft: work({ a: split, b: ann, c: ann }, [["a", "b"], ["a", "c"]]), play: (it) => (finish(it, "b"), finish(it, "c")), open: ["ended"] },
  { name: "WCP-11 implicit termination: not while anything is open", draft: work({ a: split, b: ann, c: ann }, [["a", "b"], ["a", "c"]]), play: (it) => finish(it, "b"), open: ["c"] },
  { name: "WCP-12 several instances, not waited for", draft: work({ a: { kind: "subprocess", process: "other", each: "['x', 'y']", wait: false }, z: ann }, [["a", "z"]]), open: ["z"] },
  { name: "WCP-13 several instances, known when drawn: waits for all", draft: work({ a: { kind: "subprocess", process: "other", each: "['x', 'y']" }, z: ann }, [["a", "z"]]), play: (it) => endChild(it, 0), open: [] },
  { name: "WCP-13 several instances, known when drawn: goes on after all", draft: work({ a: { kind: "subprocess", process: "other", each: "['x', 'y']" }, z: ann }, [["a", "z"]]), play: (it) => (endChild(it, 0), endChild(it, 0)), open: ["z"] },
  {
    name: "WCP-14 several instances, known when entered",
    draft: work({ a: { kind: "subprocess", process: "other", each: "vars.list" }, z: ann }, [["a", "z"]], { variables: { list: "list" } }),
    open: ["z"],
  },
  { name: "WCP-16 deferred choice: the message", draft: deferred(), play: (it) => it.send({ type: "message", id: "m1", message: "paid", key: null, payload: {} }, { kind: "system", name: "inbox" }), open: ["b"] },
  { name: "WCP-16 deferred choice: the time", draft: deferred(), play: (it) => it.skipTo("2027-01-03T00:00:00.000Z"), open: ["c"] },
  { name: "WCP-18 milestone: open while the stage lasts", draft: milestone(), play: (it) => it.move("ini", "extra"), open: ["a", "x"] },
  { name: "WCP-18 milestone: over when it is left", draft: milestone(), play: (it) => (finish(it, "a"), it.move("ini", "extra")), open: ["b"] },
  { name: "WCP-19 cancel activity: time takes the task away", draft: work({ a: { ...ann, sla: { due: { amount: 1, unit: "day", calendar: "elapsed" } } } as typeof ann, z: ann }, [["a", "z", "timeout"]]), play: (it) => it.skipTo("2027-01-02T00:00:00.000Z"), open: ["z"] },
  { name: "WCP-20 cancel case", draft: work({ a: split, b: ann, c: timerOf(9) }, [["a", "b"], ["a", "c"]]), play: (it) => it.send({ type: "intervene", act: { do: "cancel" }, reason: "not wanted" }, { kind: "person", personId: "admin" }), open: ["ended"] },
];

function deferred(): ProcessDraft {
  const runners = [
    { key: "paid", name: inBoth, on: { kind: "message" as const, message: "paid" } },
    { key: "late", name: inBoth, on: { kind: "timer" as const, after: { amount: 2, unit: "day" as const, calendar: "elapsed" as const } } },
  ];
  return work({ a: { kind: "race", runners }, b: ann, c: ann }, [["a", "b", "outcome paid"], ["a", "c", "outcome late"]]);
}

function milestone(): ProcessDraft {
  return {
    stages: { work: { entry: "a", steps: { a: ann, x: ann }, moves: { extra: { to: "x", trigger: { by: "person" } } } }, later: { entry: "b", steps: { b: ann } } },
    wires: [["start", "work"], ["a", "later"]],
  };
}

function endChild(simulation: Simulation, index: number): void {
  const child = simulation.state.waits.filter((wait) => wait.kind === "child")[index];
  simulation.send({ type: "childEnded", childKey: child?.id ?? "none", outcome: "done" }, { kind: "system", name: "inbox" });
}

describe("the basic workflow patterns", () => {
  it.each(patterns)("$name", ({ draft, play, open, record = {} }) => {
    const simulation = aCase(aProcess(draft), { record, processes: { other: 1 } }, { list: [] });

    play?.(simulation);

    const shown = simulation.state.status === "ended" ? ["ended"] : openAt(simulation).map((it) => it.split(":")[0]);
    expect(shown).toEqual(open);
    expect(simulation.state.status === "ended" ? standingAt(simulation) : []).toEqual([]);
  });

  it.each([
    { name: "WCP-8 multi-merge is refused: the step after it would run twice", draft: work({ a: split, b: ann, c: ann, z: ann }, [["a", "b"], ["a", "c"], ["b", "z"], ["c", "z"]]), code: "LACK_OF_SYNCHRONISATION" },
    { name: "its neighbour with a join is not", draft: work({ a: split, b: ann, c: ann, j: join, z: ann }, [["a", "b"], ["a", "c"], ["b", "j"], ["c", "j"], ["j", "z"]]), code: null },
    { name: "WCP-2 without a split is refused", draft: work({ a: ann, b: ann, c: ann }, [["a", "b"], ["a", "c"]]), code: "IMPLICIT_SPLIT" },
    { name: "WCP-10 a circle without bound is refused", draft: work({ a: ann, b: ann, z: ann }, [["a", "b"], ["b", "a", "outcome again"], ["b", "z"]]), code: "WAY_BACK_UNBOUNDED" },
  ])("$name", ({ draft, code }) => {
    const errors = checkDefinition(aProcess(draft)).filter((finding) => finding.severity === "error").map((finding) => finding.code);

    expect(errors).toEqual(code === null ? [] : [code]);
  });

  it("WCP-15 several instances with no number known beforehand: opened as events ask, by a move of the stage", () => {
    const simulation = aCase(
      aProcess({
        stages: { work: { entry: "a", steps: { a: ann, one: { kind: "subprocess", process: "other" } }, moves: { more: { to: "one", trigger: { by: "message", message: "more" } } } } },
        wires: [["start", "work"]],
      }),
      { processes: { other: 1 } },
    );

    for (const id of ["m1", "m2", "m3"]) simulation.send({ type: "message", id, message: "more", key: null, payload: {} }, { kind: "system", name: "inbox" });

    expect(standingAt(simulation)).toEqual(["a", "one", "one", "one"]);
  });

  it("WCP-17 interleaved parallel routing: one at a time, by a serial list", () => {
    const simulation = aCase(aProcess(work({ a: { kind: "subprocess", process: "other", each: "['x', 'y']", run: "serial" } }, [])), { processes: { other: 1 } });

    expect(simulation.state.waits.filter((wait) => wait.kind === "child")).toHaveLength(1);
    endChild(simulation, 0);
    expect(simulation.state.waits.filter((wait) => wait.kind === "child")).toHaveLength(1);
    endChild(simulation, 0);
    expect(simulation.state.status).toBe("ended");
  });
});
