import { recordSchemas } from "@sluice/domain";
import { problem } from "@sluice/problems";
import { describe, expect, it } from "vitest";
import type { Control } from "../definition/control.ts";
import { compile } from "../kernel/compile.ts";
import { aFirm, incidentsOf, refusedWith } from "./aCase.ts";
import { aProcess, taskOf } from "./aProcess.ts";
import { HeldCase } from "./heldCase.ts";
import type { SimulatedWorld } from "./world.ts";

const drawn = aProcess({
  stages: {
    one: {
      entry: "check",
      steps: { check: taskOf("ann"), again: taskOf("ini") },
      moves: {
        send: { to: "sent", trigger: { by: "person" } },
        late: { to: "sent", trigger: { by: "timer", after: { amount: 1, unit: "day", calendar: "elapsed" } } },
      },
    },
    sent: { final: "done", milestone: "quote.sent" },
  },
  wires: [
    ["start", "one"],
    ["check", "again"],
  ],
});
const checkedBefore: Control = {
  id: "checked",
  must: "neverBefore",
  point: { at: "milestone", milestone: "quote.sent" },
  before: [{ at: "step", step: "check" }],
};
const costedBefore: Control = {
  id: "costed",
  must: "neverBefore",
  point: { at: "milestone", milestone: "quote.sent" },
  before: [{ at: "milestone", milestone: "cost.cleared" }],
};

const begun = (control: Control, world: Partial<SimulatedWorld> = {}): HeldCase => {
  const plan = compile({ ...drawn, controls: [control] }, recordSchemas);
  const held = new HeldCase(
    plan,
    { people: aFirm, record: {}, ownerId: "ini", ...world },
    "2027-01-01T00:00:00.000Z",
    "ini",
  );
  held.start();
  return held;
};

describe("a played case that is held to its control points", () => {
  it("refuses what a person would break, until it would not", () => {
    const held = begun(checkedBefore);
    expect(
      held.problemsOf({ type: "move", move: "send", reason: null, form: {} }, { kind: "person", personId: "ini" }),
    ).toMatchObject([{ code: "CONTROL_POINT_BROKEN", sentence: { en: expect.stringContaining("never before") } }]);
    held.move("ini", "send");
    expect(refusedWith(held)).toEqual(["CONTROL_POINT_BROKEN"]);
    expect([held.state.stage, held.sightings.taken]).toEqual(["one", ["w1"]]);

    held.act("ann", "check", { do: "complete", outcome: "done" });
    held.move("ini", "send");
    expect(held.state.outcome).toBe("done");
  });

  it("leaves undone what the machine would break, which is an incident", () => {
    const held = begun(checkedBefore);
    held.skipTo("2027-01-03T00:00:00.000Z");
    expect([held.state.stage, incidentsOf(held)]).toEqual(["one", ["CONTROL_POINT_BROKEN"]]);
  });

  it.each([
    { name: "while its rule holds", rules: {}, outcome: "done" },
    {
      name: "not once it does not",
      rules: { "quote.costSigned": [problem("COST_NOT_SIGNED")], "quote.maySend": [problem("COST_NOT_SIGNED")] },
      outcome: null,
    },
  ])("takes a milestone of another record for reached $name", ({ rules, outcome }) => {
    const held = begun(costedBefore, { rules });
    held.move("ini", "send");
    expect(held.state.outcome).toBe(outcome);
  });
});
