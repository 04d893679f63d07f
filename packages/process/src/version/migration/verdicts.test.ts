import { describe, expect, it } from "vitest";
import { finish } from "../../simulate/aCase.ts";
import { ann, join, split, work } from "../../simulate/aPattern.ts";
import { guardOf, taskOf, type StepDraft } from "../../simulate/aProcess.ts";
import { verdictOn, type TakeOver } from "../../simulate/takenOver.ts";
import type { MigrationVerdict } from "./judge.ts";

const mail = (more: Partial<StepDraft> = {}): StepDraft =>
  ({
    kind: "action",
    block: "mail",
    inputs: { to: { value: "a@b.c" }, subject: { value: "s" }, body: { value: "b" } },
    ...more,
  }) as StepDraft;
const bob = taskOf("bob");
const mailFirst = work({ a: mail(), b: bob }, [["a", "b"]]);
const mailLater = work({ b: bob, a: mail() }, [["b", "a"]], {
  stages: { work: { entry: "b", steps: { b: bob, a: mail() } } },
});
const otherMailLater = work({ b: bob, m: mail() }, [["b", "m"]], {
  stages: { work: { entry: "b", steps: { b: bob, m: mail() } } },
});
const noMail = work({ b: bob }, [], { stages: { work: { entry: "b", steps: { b: bob } } } });
const mailed: Pick<TakeOver, "play" | "world"> = {
  play: (simulation) => simulation.effectDone("a"),
  world: { effectsDone: ["a"] },
};

const lifeCycle = (canLeave: boolean, final = true): TakeOver["to"] => ({
  kind: "lifeCycle",
  stages: {
    work: { entry: "a", steps: { a: ann } },
    out: final ? { final: "done" } : { moves: { again: { to: "work", trigger: { by: "person" } } } },
  },
  wires: [["start", "work"], ...(canLeave ? [["a", "out"] as const] : [])],
});
const afterJoin = (holds: boolean) =>
  work({ a: split, b: ann, c: bob, g: holds ? guardOf("hold", "false") : taskOf("eve"), j: join, d: ann }, [
    ["a", "b"],
    ["a", "c"],
    ["b", "j"],
    ["c", "g"],
    ["g", "j"],
    ["j", "d"],
  ]);

interface Row extends TakeOver {
  readonly name: string;
  readonly gives: MigrationVerdict;
}

const rows: readonly Row[] = [
  { name: "the same version", from: mailFirst, to: mailFirst, gives: "moves" },
  { name: "a step that is gone", from: work({ a: ann }, []), to: noMail, gives: "needsMapping" },
  { name: "a mail that lies behind stays behind", from: mailFirst, to: mailFirst, ...mailed, gives: "moves" },
  {
    name: "a mail that is sent and would be sent again",
    from: mailFirst,
    to: mailLater,
    ...mailed,
    gives: "repeatsEffect",
  },
  {
    name: "… by a step that is called otherwise",
    from: mailFirst,
    to: otherMailLater,
    ...mailed,
    gives: "repeatsEffect",
  },
  {
    name: "… unless somebody says that it is another mail",
    from: mailFirst,
    to: otherMailLater,
    ...mailed,
    mapping: { nodes: { a: null } },
    gives: "moves",
  },
  { name: "a mail that is sent and gone", from: mailFirst, to: noMail, ...mailed, gives: "moves" },
  { name: "a mail that lay ahead and lies ahead", from: mailLater, to: mailLater, gives: "moves" },
  {
    name: "an effect that was done, could be undone, and is gone",
    from: work({ a: mail({ compensateWith: "mail" } as never), b: bob }, [["a", "b"]]),
    to: noMail,
    play: (simulation) => simulation.effectDone("a"),
    gives: "needsMapping",
  },
  { name: "a life-cycle that goes on to its end", from: lifeCycle(true), to: lifeCycle(true), gives: "moves" },
  { name: "a life-cycle whose way out is gone", from: lifeCycle(true), to: lifeCycle(false), gives: "waitsForEver" },
  {
    name: "one that never came to an end is not held to it",
    from: lifeCycle(false),
    to: lifeCycle(false),
    gives: "moves",
  },
  {
    name: "one whose last stage is no end any more",
    from: lifeCycle(true),
    to: lifeCycle(true, false),
    gives: "waitsForEver",
  },
  {
    name: "a join whose other branch can still come",
    from: afterJoin(false),
    to: afterJoin(false),
    play: (simulation) => finish(simulation, "b"),
    gives: "moves",
  },
  {
    name: "a join whose other branch stops at a gate that never opens",
    from: afterJoin(false),
    to: afterJoin(true),
    play: (simulation) => finish(simulation, "b"),
    gives: "waitsForEver",
  },
  {
    name: "a case that has ended",
    from: noMail,
    to: noMail,
    play: (simulation) => finish(simulation, "b"),
    gives: "cannot",
  },
];

describe("the verdict on a case that is to be taken over", () => {
  it.each(rows)("$name: $gives", ({ gives, ...it }) => expect(verdictOn(it)).toBe(gives));
});
