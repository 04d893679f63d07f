import { describe, expect, it } from "vitest";
import { aCase, incidentsOf, openAt } from "../simulate/aCase.ts";
import { aProcess, taskOf, timerOf } from "../simulate/aProcess.ts";
import type { Actor, Happening } from "./event.ts";

const clock: Actor = { kind: "system", name: "clock" };
const DUE = "2027-01-02T00:00:00.000Z";
const forbidden = (dueAt: string): Happening => ({
  type: "forbidden",
  happening: { type: "alarmRang", dueAt },
  code: "COST_NOT_SIGNED",
  values: { reason: "unsigned" },
});
const waiting = () =>
  aCase(
    aProcess({
      stages: { work: { entry: "t", steps: { t: timerOf(1), z: taskOf("ann") } } },
      wires: [
        ["start", "work"],
        ["t", "z"],
      ],
    }),
  );

describe("what a rule of the firm forbids", () => {
  it("leaves the case where it was, with an incident and without an alarm", () => {
    const simulation = waiting();

    simulation.send(forbidden(DUE), clock);

    expect([incidentsOf(simulation), simulation.alarmAt, openAt(simulation)]).toEqual([["COST_NOT_SIGNED"], null, []]);
  });

  it("is forgotten with the alarm of a date that was emptied", () => {
    const simulation = aCase(
      aProcess({
        stages: { one: { moves: { go: { to: "two", trigger: { by: "timerAt", path: "validUntil" } } } }, two: {} },
        wires: [["start", "one"]],
      }),
      { record: { validUntil: "2027-01-01" } },
    );
    simulation.at = "2027-01-02T00:00:00.000Z";
    simulation.send(forbidden(DUE), clock);
    expect(incidentsOf(simulation)).toEqual(["COST_NOT_SIGNED"]);

    simulation.change({ validUntil: null });

    expect([incidentsOf(simulation), simulation.state.waits]).toEqual([[], []]);
  });

  it("holds the move that was forbidden, not what says how old the stay has grown", () => {
    const after = (amount: number) => ({ amount, unit: "hour" as const, calendar: "elapsed" as const });
    const simulation = aCase(
      aProcess({
        stages: {
          one: {
            ageLimit: { after: after(12) },
            moves: { go: { to: "two", trigger: { by: "timer", after: after(24) } } },
          },
          two: {},
        },
        wires: [["start", "one"]],
      }),
    );

    simulation.send(forbidden(DUE), clock);
    simulation.skipTo("2027-01-03T00:00:00.000Z");

    expect([incidentsOf(simulation), simulation.state.stage]).toEqual([["COST_NOT_SIGNED"], "one"]);
    expect(simulation.writes.filter((write) => write.write === "lateStay").length).toBe(1);
  });

  it("is heard once, and not before it is due", () => {
    const simulation = waiting();

    const early = simulation.send(forbidden("2027-01-01T12:00:00.000Z"), clock);
    simulation.send(forbidden(DUE), clock);
    const again = simulation.send(forbidden(DUE), clock);

    expect([early.answer, again.answer, incidentsOf(simulation)]).toEqual([
      "superseded",
      "superseded",
      ["COST_NOT_SIGNED"],
    ]);
  });

  it.each(["retry", "skip"] as const)("goes on when an admin says %s", (act) => {
    const simulation = waiting();
    simulation.send(forbidden(DUE), clock);

    simulation.send(
      {
        type: "intervene",
        act: { do: act, incident: simulation.state.incidents[0]?.id ?? "" },
        reason: "signed by now",
      },
      { kind: "person", personId: "admin" },
    );

    expect([incidentsOf(simulation), openAt(simulation)]).toEqual([[], ["z: ann"]]);
  });
});
