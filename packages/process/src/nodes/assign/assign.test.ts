import { describe, expect, it } from "vitest";
import { incidentsOf, openAt } from "../../simulate/aCase.ts";
import { roles, taskOf, timerOf, type StepDraft } from "../../simulate/aProcess.ts";
import { running } from "../../simulate/running.ts";

const assignTo = (...names: readonly string[]): StepDraft => ({ kind: "assign", who: roles(...names) });

describe("an assignment", () => {
  it("gives the record to one of those it finds and goes on at once", () => {
    const simulation = running({ a: assignTo("bob"), z: taskOf("ann") }, [["a", "z"]]);

    expect(simulation.writes).toContainEqual({ write: "setOwner", personId: "bob" });
    expect(openAt(simulation)).toEqual(["z: ann"]);
  });

  it("leaves the owner alone when it finds nobody, and says so", () => {
    const simulation = running({ t: timerOf(1), a: assignTo("nobody"), z: taskOf("ann") }, [
      ["t", "a"],
      ["a", "z"],
    ]);

    simulation.skipTo("2027-01-02T00:00:00.000Z");

    expect(simulation.writes.filter(({ write }) => write === "setOwner")).toEqual([]);
    expect([incidentsOf(simulation), openAt(simulation)]).toEqual([["NOBODY_FOUND"], []]);
  });
});
