import { describe, expect, it } from "vitest";
import { finish, incidentsOf, standingAt } from "../../simulate/aCase.ts";
import { ann, join, split, work } from "../../simulate/aPattern.ts";
import {
  approvalOf,
  guardOf,
  taskOf,
  type ProcessDraft,
  type StageDraft,
  type WireDraft,
} from "../../simulate/aProcess.ts";
import { openAfter, takenOver, type TakeOver } from "../../simulate/takenOver.ts";

interface Row extends TakeOver {
  readonly name: string;
  /** The open work afterwards as `step: people`, `ended`, or the codes of a refusal. */
  readonly gives: readonly string[];
}

const bob = taskOf("bob");
const one = work({ a: ann }, []);
const entering = (steps: NonNullable<StageDraft["steps"]>, wires: readonly WireDraft[] = []): ProcessDraft =>
  work({}, wires, { stages: { work: { entry: Object.keys(steps)[0] as string, steps } } });
const twoInRow = work({ a: ann, b: bob }, [["a", "b"]]);
const fork = work({ a: split, b: ann, c: bob, j: join, d: taskOf("cat") }, [
  ["a", "b"],
  ["a", "c"],
  ["b", "j"],
  ["c", "j"],
  ["j", "d"],
]);
const forkOfThree = work({ a: split, b: ann, c: bob, x: taskOf("dan"), j: join, d: taskOf("cat") }, [
  ["a", "b"],
  ["a", "c"],
  ["b", "j"],
  ["c", "j"],
  ["j", "d"],
  ["a", "x"],
  ["x", "j"],
]);
const race = (message: string) =>
  work(
    {
      a: {
        kind: "race",
        runners: [{ key: "won", name: { en: "won", zh: "won" }, on: { kind: "message", message } }],
      },
      b: bob,
    },
    [["a", "b"]],
  );
const inOther: TakeOver["to"] = {
  stages: { work: { entry: "b", steps: { b: bob } }, other: { steps: { a: ann } } },
  wires: [["start", "work"]],
};

const rows: readonly Row[] = [
  { name: "a step that stays keeps its work", from: one, to: twoInRow, gives: ["a: ann"] },
  {
    name: "a step that is gone needs mapping",
    from: one,
    to: entering({ b: bob }),
    gives: ["MIGRATION_NEEDS_MAPPING"],
  },
  {
    name: "… and goes on as the step it is mapped to, with its people",
    from: one,
    to: entering({ b: ann }),
    mapping: { nodes: { a: "b" } },
    gives: ["b: ann"],
  },
  {
    name: "a step of another kind is entered anew when it is mapped to",
    from: one,
    to: entering({ b: approvalOf(["bob"]) }),
    mapping: { nodes: { a: "b" } },
    gives: ["b: bob"],
  },
  {
    name: "… and needs mapping when nobody has said so",
    from: one,
    to: work({ a: approvalOf(["bob"]) }, []),
    gives: ["MIGRATION_NEEDS_MAPPING"],
  },
  {
    name: "a stage that is gone needs mapping",
    from: one,
    to: { stages: { next: { entry: "a", steps: { a: ann } } }, wires: [["start", "next"]] },
    gives: ["MIGRATION_NEEDS_MAPPING"],
  },
  { name: "a step that lies in another stage now", from: one, to: inOther, gives: ["MIGRATION_OTHER_STAGE"] },
  {
    name: "a task that nobody has begun is offered to whom the new version names",
    from: one,
    to: work({ a: taskOf("bob", "cat") }, []),
    gives: ["a: bob,cat"],
  },
  {
    name: "… and stays with whoever has begun it",
    from: work({ a: taskOf("ann", "dan") }, []),
    to: work({ a: taskOf("bob") }, []),
    play: (simulation) => simulation.act("ann", "a", { do: "claim" }),
    gives: ["a: ann"],
  },
  {
    name: "arrivals at a join are kept by their wires",
    from: fork,
    to: fork,
    play: (simulation) => finish(simulation, "b"),
    gives: ["c: bob"],
  },
  {
    name: "… where these are called otherwise too: the join fires with the last",
    from: fork,
    to: { ...fork, wires: [...fork.wires.slice(0, 1), ...fork.wires.slice(1).toReversed()] },
    play: (simulation) => finish(simulation, "b"),
    after: (simulation) => finish(simulation, "c"),
    gives: ["d: cat"],
  },
  {
    name: "a join whose other branch does not lead there any more fires",
    from: fork,
    to: { ...fork, wires: fork.wires.filter(([from]) => from !== "c") },
    play: (simulation) => finish(simulation, "b"),
    gives: ["c: bob", "d: cat"],
  },
  {
    name: "a branch that is new is not opened in a split that has begun",
    from: fork,
    to: forkOfThree,
    gives: ["b: ann", "c: bob"],
  },
  {
    name: "a split that is gone needs mapping while work is in it",
    from: fork,
    to: entering({ b: ann, c: bob, j: join, d: taskOf("cat") }, [["b", "c"]]),
    gives: ["MIGRATION_NEEDS_MAPPING"],
  },
  {
    name: "a message that is waited for by another name takes what came before",
    from: race("paid"),
    to: race("settled"),
    play: (simulation) =>
      simulation.send(
        { type: "message", id: "m", message: "settled", key: null, payload: 1 },
        { kind: "system", name: "inbox" },
      ),
    gives: ["b: bob"],
  },
  {
    name: "a gate whose condition holds as it is drawn now lets go",
    from: work({ a: guardOf("hold", "record.total > 5"), b: bob }, [["a", "b"]]),
    to: work({ a: guardOf("hold", "record.total > 2"), b: bob }, [["a", "b"]]),
    world: { record: { total: "3" } },
    gives: ["b: bob"],
  },
  {
    name: "… and holds on where it does not",
    from: work({ a: guardOf("hold", "record.total > 5"), b: bob }, [["a", "b"]]),
    to: work({ a: guardOf("hold", "record.total > 3"), b: bob }, [["a", "b"]]),
    world: { record: { total: "3" } },
    gives: [],
  },
  {
    name: "a gate that refuses now refuses the migration",
    from: work({ a: guardOf("hold", "record.total > 5"), b: bob }, [["a", "b"]]),
    to: work({ a: guardOf("deny", "record.total > 5"), b: bob }, [["a", "b"]]),
    world: { record: { total: "3" } },
    gives: ["GUARD_CLOSED"],
  },
  {
    name: "a case that has ended",
    from: one,
    to: one,
    play: (simulation) => finish(simulation, "a"),
    gives: ["CASE_ENDED"],
  },
];

describe("a case that is taken over to another version", () => {
  it.each(rows)("$name", ({ gives, ...it }) => expect(openAfter(it)).toEqual(gives));

  it("goes on by the new version's wires", () => {
    const simulation = takenOver({ from: one, to: twoInRow });
    finish(simulation, "a");
    expect(standingAt(simulation)).toEqual(["b"]);
  });

  it("stays suspended, and is resumed on the new version", () => {
    const admin = { kind: "person", personId: "admin" } as const;
    const suspend = { type: "intervene", act: { do: "suspend" }, reason: "holiday" } as const;
    const simulation = takenOver({ from: one, to: twoInRow, play: (it) => it.send(suspend, admin) });
    expect(simulation.state.status).toBe("suspended");
    simulation.send({ ...suspend, act: { do: "resume" } }, admin);
    finish(simulation, "a");
    expect(standingAt(simulation)).toEqual(["b"]);
  });

  it("keeps an incident on its step, and a retry enters that as it is drawn now", () => {
    const nobody = work({ a: { ...taskOf("ghost"), onEmpty: { do: "incident" } } as never }, []);
    const simulation = takenOver({ from: nobody, to: one });
    expect(incidentsOf(simulation)).toEqual(["NOBODY_FOUND"]);
    const incident = simulation.state.incidents[0]?.id ?? "";
    simulation.send(
      { type: "intervene", act: { do: "retry", incident }, reason: "somebody now" },
      { kind: "person", personId: "admin" },
    );
    expect(standingAt(simulation)).toEqual(["a"]);
    expect([...simulation.tasks.values()].map(({ people }) => people)).toEqual([["ann"]]);
  });

  it("hears of a child that was opened before", () => {
    const parent = (after: string) =>
      work({ a: { kind: "subprocess", process: "other" }, b: taskOf(after) }, [["a", "b"]]);
    const simulation = takenOver({ from: parent("ann"), to: parent("bob") });
    const [child] = simulation.state.waits;
    simulation.send(
      { type: "childEnded", childKey: child?.id ?? "", outcome: "done" },
      { kind: "system", name: "inbox" },
    );
    expect(standingAt(simulation)).toEqual(["b"]);
  });
});
