import { describe, expect, it } from "vitest";
import type { TaskAct } from "../../kernel/event.ts";
import { aCase, finish, openAt, refusedWith } from "../../simulate/aCase.ts";
import {
  aProcess,
  approvalOf,
  taskOf,
  type ProcessDraft,
  type StepDraft,
  type WireDraft,
} from "../../simulate/aProcess.ts";
import type { Simulation } from "../../simulate/simulation.ts";

type Settings = Partial<Extract<StepDraft, { kind: "approval" }>>;

const outcomes: readonly WireDraft[] = [
  ["a", "yes", "outcome approved"],
  ["a", "no", "outcome rejected"],
  ["a", "gone", "outcome withdrawn"],
];
const results: ProcessDraft["stages"] = { yes: { final: "won" }, no: { final: "lost" }, gone: { final: "void" } };

const asked = (names: readonly string[], settings: Settings = {}): Simulation =>
  aCase(
    aProcess({
      stages: { work: { entry: "a", steps: { a: approvalOf(names, settings) } }, ...results },
      wires: [["start", "work"], ...outcomes],
    }),
  );

const inTurn = (first: Settings, second: Settings, record = {}): Simulation =>
  aCase(
    aProcess({
      stages: {
        work: {
          entry: "t",
          steps: { t: taskOf("dan"), f: approvalOf(["ann"], first), a: approvalOf(["ann", "bob"], second) },
        },
        ...results,
      },
      wires: [["start", "work"], ["t", "f"], ["f", "a", "outcome approved"], ...outcomes],
    }),
    { record },
  );

type Said = readonly [who: string, act: TaskAct["do"] | TaskAct];
const say = (simulation: Simulation, said: readonly Said[], node = "a"): void => {
  for (const [who, act] of said)
    simulation.act(who, node, typeof act === "string" ? ({ do: act } as TaskAct) : act, "because");
};

const [approve, reject] = ["approve", "reject"] as const;

describe("sending back", () => {
  it.each<{
    name: string;
    sendBack: NonNullable<Settings["sendBack"]>;
    act: TaskAct;
    after: (it: Simulation) => void;
    open: string[];
  }>([
    {
      name: "to the initiator, then straight back",
      sendBack: { to: "initiator", then: "straightBack" },
      act: { do: "sendBack" },
      after: (it) => it.act("ini", "a", { do: "complete", outcome: "resubmit" }),
      open: ["a: ann", "a: bob"],
    },
    {
      name: "to the initiator, then the whole way",
      sendBack: { to: "initiator", then: "rerun" },
      act: { do: "sendBack" },
      after: (it) => it.act("ini", "a", { do: "complete", outcome: "resubmit" }),
      open: ["f: ann"],
    },
    {
      name: "to the previous step, then on from there",
      sendBack: { to: "previous", then: "rerun" },
      act: { do: "sendBack" },
      after: (it) => say(it, [["ann", approve]], "f"),
      open: ["a: ann", "a: bob"],
    },
    {
      name: "to a visited step, then the whole way",
      sendBack: { to: "visited", then: "rerun" },
      act: { do: "sendBack", to: "t" },
      after: (it) => finish(it, "t"),
      open: ["f: ann"],
    },
    {
      name: "to a visited step, then straight back",
      sendBack: { to: "visited", then: "straightBack" },
      act: { do: "sendBack", to: "t" },
      after: (it) => finish(it, "t"),
      open: ["a: ann", "a: bob"],
    },
  ])("goes $name", ({ sendBack, act, after, open }) => {
    const simulation = inTurn({}, { sendBack });
    finish(simulation, "t");
    say(simulation, [["ann", approve]], "f");
    say(simulation, [["bob", act]]);

    after(simulation);

    expect([openAt(simulation), refusedWith(simulation)]).toEqual([open, []]);
  });

  it("what went back and is refused there is refused: it does not come straight back", () => {
    const simulation = inTurn({}, { sendBack: { to: "previous", then: "straightBack" } });
    finish(simulation, "t");
    say(simulation, [["ann", approve]], "f");
    say(simulation, [["bob", "sendBack"]]);

    say(simulation, [["ann", reject]], "f");

    expect(openAt(simulation)).toEqual([]);
  });

  it("never to a step of another path, nor past it: both paths are asked again", () => {
    const simulation = aCase(
      aProcess({
        stages: {
          work: {
            entry: "f",
            steps: {
              f: approvalOf(["dan"]),
              p: { kind: "parallel" },
              l: approvalOf(["ann"]),
              a: approvalOf(["bob"], { sendBack: { to: "initiator", then: "rerun" } }),
              j: { kind: "join" },
              z: taskOf("eve"),
            },
          },
        },
        wires: [
          ["start", "work"],
          ["f", "p", "outcome approved"],
          ["p", "l"],
          ["p", "a"],
          ["l", "j", "outcome approved"],
          ["a", "j", "outcome approved"],
          ["j", "z"],
        ],
      }),
    );
    say(simulation, [["dan", approve]], "f");
    say(simulation, [["ann", approve]], "l");
    say(simulation, [["bob", "sendBack"]]);
    simulation.act("ini", "a", { do: "complete", outcome: "resubmit" });
    expect(openAt(simulation)).toEqual(["f: dan"]);
    expect(simulation.state.tokens).toHaveLength(1);

    say(simulation, [["dan", approve]], "f");
    expect(openAt(simulation)).toEqual(["l: ann", "a: bob"]);
  });

  it("to the first approval of its own path, not to one beside it", () => {
    const simulation = aCase(
      aProcess({
        stages: {
          work: {
            entry: "p",
            steps: {
              p: { kind: "parallel" },
              l: approvalOf(["ann"]),
              a: approvalOf(["bob"], { sendBack: { to: "initiator", then: "rerun" } }),
              j: { kind: "join" },
              z: taskOf("eve"),
            },
          },
        },
        wires: [
          ["start", "work"],
          ["p", "l"],
          ["p", "a"],
          ["l", "j", "outcome approved"],
          ["a", "j", "outcome approved"],
          ["j", "z"],
        ],
      }),
    );
    say(simulation, [["ann", approve]], "l");
    say(simulation, [["bob", "sendBack"]]);
    simulation.act("ini", "a", { do: "complete", outcome: "resubmit" });
    expect(openAt(simulation)).toEqual(["a: bob"]);

    say(simulation, [["bob", approve]]);
    expect(openAt(simulation)).toEqual(["z: eve"]);
  });

  it.each([
    { name: "a step of an earlier stage", to: "t" },
    { name: "a step never visited", to: "z" },
  ])("not to $name", ({ to }) => {
    const simulation = aCase(
      aProcess({
        stages: {
          one: { entry: "t", steps: { t: taskOf("dan") } },
          two: { entry: "a", steps: { a: approvalOf(["bob"], { sendBack: { to: "visited" } }), z: taskOf("eve") } },
        },
        wires: [
          ["start", "one"],
          ["t", "two"],
          ["a", "z", "outcome approved"],
        ],
      }),
    );
    finish(simulation, "t");

    say(simulation, [["bob", { do: "sendBack", to }]]);

    expect([refusedWith(simulation), openAt(simulation)]).toEqual([["VERB_NOT_AVAILABLE"], ["a: bob"]]);
  });

  it("is bounded by its rounds, and asks the same people where it says so", () => {
    const simulation = asked(["ann"], {
      sendBack: { to: "initiator", then: "straightBack", people: "sameAsLastRound", maxRounds: 1 },
    });
    say(simulation, [
      ["ann", { do: "transfer", to: "dan" }],
      ["dan", "sendBack"],
    ]);
    simulation.act("ini", "a", { do: "complete", outcome: "resubmit" });
    expect(openAt(simulation)).toEqual(["a: dan"]);

    say(simulation, [["dan", "sendBack"]]);

    expect(refusedWith(simulation)).toEqual(["TOO_MANY_VISITS"]);
  });

  it("keeps what was changed while revising", () => {
    const simulation = asked(["ann"], {
      form: [{ path: "note", access: "edit" }],
      sendBack: { to: "initiator", then: "straightBack" },
    });
    say(simulation, [["ann", "sendBack"]]);

    simulation.act("ini", "a", { do: "complete", outcome: "resubmit" }, null, { form: { note: "better" } });

    expect(simulation.world.record).toEqual({ note: "better" });
  });
});
