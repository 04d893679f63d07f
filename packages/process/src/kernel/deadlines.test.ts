import { describe, expect, it } from "vitest";
import { aCase, finish, incidentsOf } from "../simulate/aCase.ts";
import { aProcess, taskOf, timerOf } from "../simulate/aProcess.ts";
import type { Simulation } from "../simulate/simulation.ts";

/** A task that is to be followed by being paid within two days; stages are left and entered meanwhile. */
const billed = (): Simulation =>
  aCase({
    ...aProcess({
      stages: {
        work: { entry: "bill", steps: { bill: taskOf("ann") } },
        open: {
          entry: "wait",
          steps: { wait: timerOf(9) },
          moves: { pay: { to: "paid", trigger: { by: "person" } }, back: { to: "work", trigger: { by: "person" } } },
        },
        paid: { moves: { more: { to: "work", trigger: { by: "person" } } } },
      },
      wires: [
        ["start", "work"],
        ["bill", "open"],
      ],
    }),
    controls: [
      {
        id: "paidInTime",
        must: "followedBy",
        point: { at: "step", step: "bill" },
        by: [{ at: "stage", stage: "paid" }],
        within: { amount: 2, unit: "day", calendar: "elapsed" },
      },
    ],
  });

const day = (number: number, ms = "000"): string => `2027-01-0${number}T00:00:00.${ms}Z`;

describe("what must follow within a time", () => {
  it.each([
    { name: "has followed just in time", paidAt: day(2, "999"), incidents: [] },
    { name: "has not followed when its time is up", paidAt: day(3), incidents: ["CONTROL_POINT_OVERDUE"] },
  ])("$name", ({ paidAt, incidents }) => {
    const simulation = billed();
    finish(simulation, "bill");

    simulation.skipTo(paidAt);
    simulation.move("ini", "pay");
    simulation.skipTo(day(5));

    expect([incidentsOf(simulation), simulation.state.stage]).toEqual([incidents, "paid"]);
  });

  it("is owed from the first time on, and anew once it has followed", () => {
    const simulation = billed();
    finish(simulation, "bill");
    simulation.skipTo(day(2));
    simulation.move("ini", "back");
    finish(simulation, "bill");
    const deadlines = () =>
      simulation.state.waits.flatMap((wait) =>
        wait.slot.startsWith("$control") && "dueAt" in wait ? [wait.dueAt] : [],
      );
    expect(deadlines()).toEqual([day(3)]);

    simulation.move("ini", "pay");
    expect(deadlines()).toEqual([]);
    simulation.move("ini", "more");
    finish(simulation, "bill");
    expect(deadlines()).toEqual([day(4)]);
  });
});
