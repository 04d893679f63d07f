import { describe, expect, it } from "vitest";
import { openAt } from "../../simulate/aCase.ts";
import { setting, taskOf, type StepDraft } from "../../simulate/aProcess.ts";
import { running } from "../../simulate/running.ts";

const call = (settings: Partial<Extract<StepDraft, { kind: "action" }>> = {}): StepDraft => ({
  kind: "action",
  block: "webhook",
  inputs: { url: { value: "https://example.com" } },
  ...settings,
});
const then = { z: taskOf("ann") };

describe("an action", () => {
  it("with an inner block writes in the step's own transaction and goes on at once", () => {
    const simulation = running({ a: setting("note", "'x'"), ...then }, [["a", "z"]]);

    expect(simulation.writes).toContainEqual({ write: "setField", path: "note", value: "x" });
    expect(openAt(simulation)).toEqual(["z: ann"]);
  });

  it("with an outer block wants an effect and goes on when it is done", () => {
    const simulation = running({ a: call(), ...then }, [["a", "z"]]);
    expect([[...simulation.effects.values()].map(({ block }) => block), openAt(simulation)]).toEqual([["webhook"], []]);

    simulation.effectDone("a");

    expect(openAt(simulation)).toEqual(["z: ann"]);
  });

  it("that nobody waits for goes on while its effect is still wanted", () => {
    const simulation = running({ a: call({ await: false }), ...then }, [["a", "z"]]);

    expect([simulation.effects.size, openAt(simulation)]).toEqual([1, ["z: ann"]]);
  });
});
