import { describe, expect, it } from "vitest";
import { aCase, finish, incidentsOf, openAt, refusedWith, standingAt } from "../simulate/aCase.ts";
import {
  aProcess,
  approvalOf,
  setting,
  taskOf,
  timerOf,
  type StepDraft,
  type WireDraft,
} from "../simulate/aProcess.ts";
import { running } from "../simulate/running.ts";
import type { Simulation } from "../simulate/simulation.ts";
import { advance } from "./advance.ts";
import type { Intervention } from "./event.ts";

const ann = taskOf("ann");

const admin = (simulation: Simulation, act: Intervention) =>
  simulation.send({ type: "intervene", act, reason: "needed" }, { kind: "person", personId: "admin" });
const incident = (simulation: Simulation): string => simulation.state.incidents[0]?.id ?? "none";

describe("a case", () => {
  it("is started once, and first", () => {
    const simulation = running({ a: ann }, []);

    expect(simulation.start().answer).toBe("refused");
    expect(refusedWith(simulation)).toEqual(["EVENT_NOT_APPLICABLE"]);
    expect(openAt(simulation)).toEqual(["a: ann"]);
  });

  it("is never left with a stage it is not in: the last wire out of a split wins, whole", () => {
    const simulation = aCase(
      aProcess({
        stages: {
          one: { entry: "p", steps: { p: { kind: "parallel" }, a: ann } },
          two: { entry: "b", steps: { b: ann } },
        },
        wires: [
          ["start", "one"],
          ["p", "two"],
          ["p", "a"],
        ],
      }),
    );

    expect([simulation.state.stage, openAt(simulation)]).toEqual(["two", ["b: ann"]]);
  });

  it.each<{ name: string; steps: { [id: string]: StepDraft }; wires: WireDraft[] }>([
    {
      name: "in one scope",
      steps: { a: setting("note", "'x'"), b: { kind: "branch" } },
      wires: [
        ["a", "b"],
        ["b", "a", "default"],
      ],
    },
    {
      name: "through a split that opens new scopes",
      steps: { a: { kind: "parallel" }, b: { kind: "branch" } },
      wires: [
        ["a", "b"],
        ["b", "a", "default"],
      ],
    },
  ])("that runs in a circle $name is refused to a person", ({ steps, wires }) => {
    const simulation = aCase(
      aProcess({
        stages: { first: { moves: { go: { to: "work", trigger: { by: "person" } } } }, work: { entry: "a", steps } },
        wires: [["start", "first"], ...wires],
      }),
    );

    simulation.move("ini", "go");

    expect([refusedWith(simulation), simulation.state.stage, simulation.state.seq]).toEqual([
      ["PROCESS_LOOPS"],
      "first",
      1,
    ]);
  });

  it("that runs in a circle from stage to stage is an incident to a machine", () => {
    const simulation = aCase(
      aProcess({
        stages: {
          first: { entry: "t", steps: { t: timerOf(1) } },
          one: { entry: "a", steps: { a: { kind: "branch" } } },
          two: { entry: "b", steps: { b: { kind: "branch" } } },
        },
        wires: [
          ["start", "first"],
          ["t", "one"],
          ["a", "two", "default"],
          ["b", "one", "default"],
        ],
      }),
    );

    simulation.skipTo("2027-01-02T00:00:00.000Z");

    expect([incidentsOf(simulation), standingAt(simulation), simulation.alarmAt]).toEqual([
      ["PROCESS_LOOPS"],
      ["t"],
      null,
    ]);
  });

  it("bounds the way back by its visits", () => {
    const simulation = running({ a: ann, b: ann }, [
      ["a", "b"],
      ["b", "a", "*1"],
    ]);
    for (const node of ["a", "b", "a", "b"]) finish(simulation, node);

    expect([refusedWith(simulation), openAt(simulation)]).toEqual([["TOO_MANY_VISITS"], ["b: ann"]]);
  });

  it("takes long automatic stretches in few rounds", () => {
    const steps = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`s${index}`, setting("note", `record.?field${index}.orValue('x')`)]),
    );
    const wires = Array.from({ length: 29 }, (_, index): WireDraft => [`s${index}`, `s${index + 1}`]);

    expect(running(steps, wires).state.status).toBe("ended");
  });

  it("asks for all that beside each other lies at once", () => {
    const names = Array.from({ length: 12 }, (_, index) => `s${index}`);
    const simulation = running(
      {
        p: { kind: "parallel" },
        ...Object.fromEntries(names.map((name, index) => [name, taskOf(index % 2 === 0 ? "ann" : "bob", name)])),
      },
      names.map((name): WireDraft => ["p", name]),
    );

    expect(openAt(simulation)).toHaveLength(12);
    expect(simulation.rounds).toBeLessThan(4);
  });

  it("never outgrows its state by what it remembers", () => {
    const simulation = running({ a: ann }, [["a", "a", "*1000"]]);
    for (let done = 0; done < 400; done += 1) finish(simulation, "a");

    expect(openAt(simulation)).toEqual(["a: ann"]);
    expect(JSON.stringify(simulation.state.trail).length).toBeLessThan(16_000);
  });

  it("keeps an answer that is too large out, and asks an admin", () => {
    const simulation = running(
      { a: { kind: "action", block: "webhook", inputs: {}, outputs: { answer: "answer" } } },
      [],
      { variables: { answer: "text" } },
    );

    simulation.effectDone("a", { answer: "汉".repeat(30_000) });
    expect(incidentsOf(simulation)).toEqual(["STATE_TOO_LARGE"]);
    admin(simulation, { do: "skip", incident: incident(simulation) });

    expect(simulation.state.status).toBe("ended");
  });
});

describe("folding", () => {
  it("gives each step again from what it used", () => {
    const simulation = running({ a: ann, b: approvalOf(["bob", "cat"]), z: ann }, [
      ["a", "b"],
      ["b", "z"],
    ]);
    finish(simulation, "a");
    simulation.act("bob", "b", { do: "approve" });

    for (const { event, before, answer } of simulation.steps)
      expect(advance(simulation.plan, before, event, answer.used)).toEqual(answer);
  });
});
