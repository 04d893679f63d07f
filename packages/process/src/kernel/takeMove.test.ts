import { describe, expect, it } from "vitest";
import { aCase, finish, incidentsOf, openAt } from "../simulate/aCase.ts";
import { aProcess, taskOf, type ProcessDraft } from "../simulate/aProcess.ts";
import { tell } from "../simulate/running.ts";

const ann = taskOf("ann");

describe("moves", () => {
  const moving = (
    trigger: NonNullable<NonNullable<ProcessDraft["stages"][string]["moves"]>[string]>["trigger"],
    record = {},
  ) =>
    aCase(
      aProcess({
        stages: { one: { entry: "a", steps: { a: ann, x: ann }, moves: { go: { to: "x", trigger } } }, two: {} },
        wires: [["start", "one"]],
      }),
      { record },
    );

  it("by condition is taken when it comes true, not because it was, and once at a time", () => {
    const simulation = moving(
      { by: "condition", condition: { when: "record.?note.orValue('') == 'go'" } },
      { note: "go" },
    );
    expect(openAt(simulation)).toEqual(["a: ann"]);

    for (const note of ["", "go", "", "go"]) simulation.change({ note });

    expect(openAt(simulation)).toEqual(["a: ann", "x: ann"]);
  });

  it("by message takes one that came before the stage was entered", () => {
    const simulation = aCase(
      aProcess({
        stages: {
          one: { entry: "a", steps: { a: ann } },
          two: {
            entry: "b",
            steps: { b: ann },
            moves: { paid: { to: "three", trigger: { by: "message", message: "paid" } } },
          },
          three: { final: "done" },
        },
        wires: [
          ["start", "one"],
          ["a", "two"],
        ],
      }),
    );
    tell(simulation, "paid");
    finish(simulation, "a");

    expect([simulation.state.status, simulation.state.outcome, simulation.state.variables]).toEqual([
      "ended",
      "done",
      { paid: { id: "m1" } },
    ]);
  });

  it.each([
    {
      name: "follows its field when that is put off",
      validUntil: "2027-01-20",
      stage: "one",
      alarmAt: "2027-01-20T23:59:59.999Z",
    },
    { name: "follows its field when that is brought forward", validUntil: "2027-01-05", stage: "two", alarmAt: null },
    { name: "is off when its field is emptied", validUntil: null, stage: "one", alarmAt: null },
  ])("by a date $name", ({ validUntil, stage, alarmAt }) => {
    const simulation = aCase(
      aProcess({
        stages: {
          one: { moves: { expire: { to: "two", trigger: { by: "timerAt", path: "validUntil" } } } },
          two: { moves: { back: { to: "one", trigger: { by: "person" } } } },
        },
        wires: [["start", "one"]],
      }),
      { record: { validUntil: "2027-01-10" } },
    );

    simulation.change({ validUntil });
    simulation.skipTo("2027-01-12T00:00:00.000Z");

    expect([simulation.state.stage, simulation.alarmAt]).toEqual([stage, alarmAt]);
  });

  it("by a date that is past when the stage is entered is not taken: no circle", () => {
    const simulation = aCase(
      aProcess({
        stages: {
          one: {
            entry: "a",
            steps: { a: ann },
            moves: { expire: { to: "one", trigger: { by: "timerAt", path: "validUntil" } } },
          },
        },
        wires: [["start", "one"]],
      }),
      { record: { validUntil: "2027-01-10" } },
    );

    simulation.skipTo("2027-02-01T00:00:00.000Z");

    expect([simulation.state.seq, simulation.alarmAt]).toEqual([2, null]);
  });

  it("that a stage was left by takes its incidents along", () => {
    const simulation = aCase(
      aProcess({
        stages: {
          one: {
            moves: {
              tick: { to: "two", trigger: { by: "timer", after: { amount: 1, unit: "day", calendar: "elapsed" } } },
              go: { to: "done", trigger: { by: "person" } },
            },
          },
          two: { requiredToEnter: ["note"] },
          done: { final: "done" },
        },
        wires: [["start", "one"]],
      }),
    );
    simulation.skipTo("2027-01-03T00:00:00.000Z");
    expect(incidentsOf(simulation)).toEqual(["REQUIRED_FIELD"]);

    simulation.move("ini", "go");

    expect([simulation.state.status, incidentsOf(simulation)]).toEqual(["ended", []]);
  });
});
