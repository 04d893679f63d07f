import { describe, expect, it } from "vitest";
import { aCase, incidentsOf, openAt, refusedWith } from "../../simulate/aCase.ts";
import { aProcess, setting, taskOf, type StageDraft } from "../../simulate/aProcess.ts";
import { tell } from "../../simulate/running.ts";
import type { Simulation } from "../../simulate/simulation.ts";

const go = { go: { to: "two", trigger: { by: "person" as const } } };
const between = (one: StageDraft, two: StageDraft, record: { readonly [path: string]: string } = {}): Simulation =>
  aCase(aProcess({ stages: { one: { moves: go, ...one }, two }, wires: [["start", "one"]] }), { record });

const sets = (path: string, expression: string) => ({ block: "setFields", inputs: { [path]: { expression } } });

describe("what a stage does by itself", () => {
  it("is done in order: leaving, then entering, then its first step", () => {
    const simulation = between(
      { exitActions: [sets("note", "'left'")] },
      {
        entryActions: [sets("note", "record.note + ', entered'")],
        entry: "a",
        steps: { a: setting("note", "record.note + ', begun'"), z: taskOf("ann") },
      },
    );

    simulation.move("ini", "go");

    expect(simulation.world.record["note"]).toBe("left, entered, begun");
  });

  it("may fill what the next stage asks for, but not what its own asks to be left with", () => {
    const fills = { exitActions: [sets("note", "'filled'")] };
    const asked = between(fills, { requiredToEnter: ["note"] });
    asked.move("ini", "go");
    expect([refusedWith(asked), asked.state.stage]).toEqual([[], "two"]);

    const leaving = between({ ...fills, requiredToLeave: ["note"] }, { requiredToEnter: ["note"] });
    leaving.move("ini", "go");
    expect([refusedWith(leaving), leaving.state.stage, leaving.world.record]).toEqual([["REQUIRED_FIELD"], "one", {}]);
  });

  it("hands on what a block gave to the blocks after it", () => {
    const simulation = between(
      {},
      {
        entryActions: [
          { block: "createRecord", inputs: { recordType: { value: "order" } }, outputs: { made: "record" } },
          { block: "linkRecord", inputs: { field: { value: "order" }, record: { expression: "vars.made" } } },
        ],
      },
    );

    simulation.move("ini", "go");

    const [created] = simulation.writes.filter((write) => write.write === "createRecord");
    expect(simulation.world.record["order"]).toBe(`created:${created?.key ?? ""}`);
  });

  it("is done anew when the stage is left for itself, and never at the end of the case", () => {
    const own = { entryActions: [sets("note", "'in'")], exitActions: [sets("title", "'out'")] };
    const again = aCase(
      aProcess({
        stages: { one: { ...own, moves: { again: { to: "one", trigger: { by: "person" } } } } },
        wires: [["start", "one"]],
      }),
    );
    const count = (path: string): number =>
      again.writes.filter((write) => write.write === "setField" && write.path === path).length;

    again.move("ini", "again");
    again.send({ type: "intervene", act: { do: "cancel" }, reason: "over" }, { kind: "person", personId: "admin" });

    expect([again.state.status, count("note"), count("title")]).toEqual(["ended", 2, 1]);
  });

  it.each([
    { name: "a field's value that cannot be worked out", action: sets("note", "record.title"), code: "GUARD_BROKEN" },
    { name: "a block that takes time", action: { block: "mail" }, code: "BLOCK_NOT_INNER" },
    { name: "a block that is not there", action: { block: "toString" }, code: "BLOCK_NOT_INNER" },
  ])("refuses a person's move whole for $name, and is an incident of a machine's", ({ action, code }) => {
    const persons = between({ exitActions: [sets("note", "'left'")] }, { entryActions: [action] });
    persons.move("ini", "go");
    expect([refusedWith(persons), persons.state.stage, persons.world.record]).toEqual([[code], "one", {}]);

    const machines = between(
      {
        exitActions: [sets("note", "'left'")],
        moves: { go: { to: "two", trigger: { by: "message", message: "paid" } } },
      },
      { entryActions: [action] },
    );
    tell(machines, "paid");
    expect([incidentsOf(machines), machines.state.stage, machines.world.record]).toEqual([[code], "one", {}]);
  });
});

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
