import { describe, expect, it } from "vitest";
import type { TaskAct } from "../../kernel/event.ts";
import { openAt, refusedWith } from "../../simulate/aCase.ts";
import { anApproval } from "../../simulate/anApproval.ts";
import { taskOf } from "../../simulate/aProcess.ts";
import { running } from "../../simulate/running.ts";
import type { Simulation } from "../../simulate/simulation.ts";

const works: readonly { readonly name: string; readonly begin: () => Simulation }[] = [
  { name: "an approval", begin: () => anApproval(["ann", "bob"]) },
  { name: "a task", begin: () => running({ a: taskOf("ann", "bob") }, []) },
];
const acts: readonly TaskAct[] = [
  { do: "comment" },
  { do: "urge" },
  { do: "copy", personIds: ["cat"] },
  { do: "consult", personIds: ["cat"] },
];

describe.each(works)("beside $name", ({ begin }) => {
  it.each(acts)("$do leaves the work as it is, for whoever is concerned", (act) => {
    for (const who of ["ini", "ann"]) {
      const simulation = begin();
      const before = openAt(simulation);

      simulation.act(who, "a", act, "look");

      expect([refusedWith(simulation), openAt(simulation)]).toEqual([[], before]);
    }
  });

  it.each(acts)("$do is not for a stranger", (act) => {
    const simulation = begin();

    simulation.act("dan", "a", act, "look");

    expect(refusedWith(simulation)).toEqual(["TASK_NOT_YOURS"]);
  });

  it("a remark says something, and is kept", () => {
    const simulation = begin();

    simulation.act("ann", "a", { do: "comment" }, "  ");
    expect(refusedWith(simulation)).toEqual(["COMMENT_REQUIRED"]);
    simulation.act("ann", "a", { do: "comment" }, "seen");

    expect(simulation.writes.filter(({ write }) => write === "decision")).toEqual([
      expect.objectContaining({ verdict: "comment", by: "ann", comment: "seen" }),
    ]);
  });

  it("who has been copied in or asked reads along, and has no say", () => {
    const simulation = begin();

    simulation.act("ann", "a", { do: "consult", personIds: ["cat", "cat"] });

    expect([...simulation.tasks.values()].filter(({ kind }) => kind === "consult").map(({ people }) => people)).toEqual(
      [["cat"]],
    );
  });
});
