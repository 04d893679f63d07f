import { describe, expect, it } from "vitest";
import { aCase, openAt, refusedWith } from "../../simulate/aCase.ts";
import { aProcess, taskOf, type StageDraft } from "../../simulate/aProcess.ts";
import type { Simulation } from "../../simulate/simulation.ts";

const go = { go: { to: "two", trigger: { by: "person" as const } } };
const between = (one: StageDraft, two: StageDraft, record: { readonly [path: string]: string } = {}): Simulation =>
  aCase(aProcess({ stages: { one: { moves: go, ...one }, two }, wires: [["start", "one"]] }), { record });

describe("a stage", () => {
  it("rests when it has no entry, and is left by its move", () => {
    const simulation = between({}, { entry: "z", steps: { z: taskOf("ann") } });
    expect([simulation.state.stage, openAt(simulation)]).toEqual(["one", []]);

    simulation.move("ini", "go");

    expect([simulation.state.stage, openAt(simulation)]).toEqual(["two", ["z: ann"]]);
  });

  it("that is final ends the case when its steps have come to rest", () => {
    const simulation = between({}, { final: "won" });

    simulation.move("ini", "go");

    expect([simulation.state.status, simulation.state.outcome]).toEqual(["ended", "won"]);
  });

  it.each([
    { name: "to be left", one: { requiredToLeave: ["note"] }, two: { moves: {} } },
    { name: "to be entered", one: {}, two: { requiredToEnter: ["note"] } },
  ])("needs its fields $name", ({ one, two }) => {
    const without = between(one, two);
    without.move("ini", "go");
    expect([refusedWith(without), without.state.stage]).toEqual([["REQUIRED_FIELD"], "one"]);

    const filled = between(one, two, { note: "here" });
    filled.move("ini", "go");
    expect(filled.state.stage).toBe("two");
  });

  it.each([
    { name: "cancels its open work when it is left", onLeave: "cancel" as const, stage: "two", refused: [] },
    {
      name: "may forbid to be left with open work",
      onLeave: "forbid" as const,
      stage: "one",
      refused: ["STAGE_FORBIDS_LEAVING"],
    },
  ])("$name", ({ onLeave, stage, refused }) => {
    const simulation = between({ onLeave, entry: "a", steps: { a: taskOf("ann") } }, { moves: {} });

    simulation.move("ini", "go");

    expect([simulation.state.stage, refusedWith(simulation)]).toEqual([stage, refused]);
  });
});
