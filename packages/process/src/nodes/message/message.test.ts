import { describe, expect, it } from "vitest";
import { openAt } from "../../simulate/aCase.ts";
import { taskOf, timerOf, type StepDraft } from "../../simulate/aProcess.ts";
import { running, tell } from "../../simulate/running.ts";

const reply: StepDraft = {
  kind: "message",
  message: "reply",
  giveUpAfter: { amount: 2, unit: "day", calendar: "elapsed" },
};
const steps = { t: timerOf(1), a: reply, z: taskOf("ann"), late: taskOf("bob") };
const waiting = () => {
  const simulation = running(steps, [
    ["t", "a"],
    ["a", "z"],
    ["a", "late", "timeout"],
  ]);
  return simulation;
};

describe("a message", () => {
  it("lets go when it comes, and keeps what it carried", () => {
    const simulation = waiting();
    simulation.skipTo("2027-01-02T00:00:00.000Z");

    tell(simulation, "reply", "m7");

    expect([openAt(simulation), simulation.state.variables["reply"]]).toEqual([["z: ann"], { id: "m7" }]);
  });

  it("that comes early is kept until it is waited for", () => {
    const simulation = waiting();
    tell(simulation, "reply");
    expect(openAt(simulation)).toEqual([]);

    simulation.skipTo("2027-01-02T00:00:00.000Z");

    expect(openAt(simulation)).toEqual(["z: ann"]);
  });

  it("of another name is not what is waited for", () => {
    const simulation = waiting();
    simulation.skipTo("2027-01-02T00:00:00.000Z");

    tell(simulation, "other");

    expect(openAt(simulation)).toEqual([]);
  });

  it("that never comes is given up by its own wire", () => {
    const simulation = waiting();

    simulation.skipTo("2027-01-04T00:00:00.000Z");

    expect(openAt(simulation)).toEqual(["late: bob"]);
  });
});
