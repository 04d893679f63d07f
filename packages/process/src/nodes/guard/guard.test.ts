import { describe, expect, it } from "vitest";
import { aCase, openAt, refusedWith } from "../../simulate/aCase.ts";
import { aProcess, guardOf, taskOf } from "../../simulate/aProcess.ts";
import type { Simulation } from "../../simulate/simulation.ts";

const CONDITION = "record.?approved.orValue(false)";

const behindA = (mode: "deny" | "hold", isApproved: boolean): Simulation => {
  const definition = aProcess({
    stages: {
      first: { moves: { go: { to: "g", trigger: { by: "person" } } } },
      second: { entry: "g", steps: { g: guardOf(mode, CONDITION), z: taskOf("ann") } },
    },
    wires: [
      ["start", "first"],
      ["g", "z"],
    ],
  });
  const simulation = aCase(definition, { record: { approved: isApproved } });
  simulation.move("ini", "go");
  return simulation;
};

describe("a guard", () => {
  it.each(["deny", "hold"] as const)("that would %s lets through what is true", (mode) => {
    expect(openAt(behindA(mode, true))).toEqual(["z: ann"]);
  });

  it("that denies refuses the move, and the record stays where it was", () => {
    const simulation = behindA("deny", false);

    expect([refusedWith(simulation), simulation.state.stage]).toEqual([["GUARD_CLOSED"], "first"]);
  });

  it("that holds takes the move and lets it go on by itself when it comes true", () => {
    const simulation = behindA("hold", false);
    expect([simulation.state.stage, openAt(simulation)]).toEqual(["second", []]);

    simulation.change({ approved: true });

    expect(openAt(simulation)).toEqual(["z: ann"]);
  });
});
