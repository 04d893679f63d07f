import { describe, expect, it } from "vitest";
import { aCase, finish, refusedWith } from "../simulate/aCase.ts";
import { aProcess, approvalOf, guardOf, taskOf, type StepDraft } from "../simulate/aProcess.ts";
import { tell } from "../simulate/running.ts";
import type { Simulation } from "../simulate/simulation.ts";

const day = (amount: number) => ({ amount, unit: "day" as const, calendar: "elapsed" as const });

/** A case in a stage of one step and a way out of every kind, each to a stage of its own. */
function inStageWith(step: StepDraft): Simulation {
  return aCase(
    aProcess({
      stages: {
        work: {
          entry: "a",
          steps: { a: step },
          moves: {
            push: { to: "pushed", trigger: { by: "person" } },
            late: { to: "timed", trigger: { by: "timer", after: day(2) } },
            came: {
              to: "true",
              trigger: { by: "condition", condition: { when: "record.?total.orValue(decimal('0')) > 4" } },
            },
            news: { to: "told", trigger: { by: "message", message: "news" } },
          },
        },
        pushed: { final: "done" },
        timed: { final: "done" },
        true: { final: "done" },
        told: { final: "done" },
      },
      wires: [["start", "work"]],
    }),
    { record: { total: "1" } },
  );
}

const held = (step: StepDraft): StepDraft => ({ ...step, holdsRecord: true }) as StepDraft;
const gates: readonly { readonly name: string; readonly step: StepDraft; readonly letGo: (it: Simulation) => void }[] =
  [
    { name: "a task", step: taskOf("ann"), letGo: (it) => finish(it, "a") },
    { name: "an approval", step: approvalOf(["ann"]), letGo: (it) => it.act("ann", "a", { do: "approve" }) },
    {
      name: "a guard",
      step: guardOf("hold", "record.?costSheet.?valid.orValue(false)"),
      letGo: (it) => it.change({ "costSheet.valid": true }),
    },
  ];

describe.each(gates)("$name that holds the record", ({ step, letGo }) => {
  it("shuts the moves of people, and says what holds it", () => {
    const simulation = inStageWith(held(step));

    simulation.move("ini", "push");
    expect(simulation.refusals).toMatchObject([{ code: "RECORD_HELD", values: { move: "push", work: "a" } }]);

    letGo(simulation);
    simulation.move("ini", "push");
    expect([refusedWith(simulation), simulation.state.stage]).toEqual([[], "pushed"]);
  });

  it("keeps an alarm that rang meanwhile until it lets go", () => {
    const simulation = inStageWith(held(step));

    simulation.skipTo("2027-01-04T00:00:00.000Z");
    expect(simulation.state.stage).toBe("work");

    letGo(simulation);
    simulation.skipTo(simulation.at);
    expect(simulation.state.stage).toBe("timed");
  });

  it("keeps a condition that came true meanwhile", () => {
    const simulation = inStageWith(held(step));

    simulation.change({ total: "5" });
    expect(simulation.state.stage).toBe("work");

    letGo(simulation);
    simulation.skipTo(simulation.at);
    expect(simulation.state.stage).toBe("true");
  });

  it("keeps a message that came meanwhile", () => {
    const simulation = inStageWith(held(step));

    tell(simulation, "news");
    expect(simulation.state.stage).toBe("work");

    letGo(simulation);
    expect(simulation.state.stage).toBe("told");
  });

  it("leaves them open when it does not hold it", () => {
    const simulation = inStageWith(step);

    simulation.move("ini", "push");

    expect(simulation.state.stage).toBe("pushed");
  });
});
