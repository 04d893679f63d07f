import { describe, expect, it } from "vitest";
import { incidentsOf, openAt, refusedWith } from "../simulate/aCase.ts";
import { approvalOf, taskOf, type StepDraft } from "../simulate/aProcess.ts";
import { running } from "../simulate/running.ts";
import type { Simulation } from "../simulate/simulation.ts";
import type { Intervention } from "./event.ts";

const bobs = { permissions: { intervene: [{ by: "role" as const, role: "bob" }] } };
const call = { kind: "action", block: "webhook", inputs: { url: { value: "u" } }, retries: 0, ...bobs } as StepDraft;
const intervene = (simulation: Simulation, personId: string, act: Intervention, named = personId !== "admin"): void => {
  simulation.send(
    { type: "intervene", act, reason: "needed", ...(named ? { named: true } : {}) },
    { kind: "person", personId },
  );
};
const failed = (): Simulation => {
  const simulation = running({ a: call, z: taskOf("ann") }, [["a", "z"]]);
  simulation.effectFailed("a", "down");
  return simulation;
};
const incidentIn = ({ state }: Simulation): string => state.incidents[0]?.id ?? "";
const taskIn = ({ state }: Simulation): string => state.waits.find((wait) => wait.kind === "task")?.id ?? "";

describe("whoever a step names for it", () => {
  it.each([
    { act: "skip" as const, incidents: [], open: ["z: ann"] },
    { act: "retry" as const, incidents: [], open: [] },
    { act: "compensate" as const, incidents: ["EFFECT_FAILED"], open: [] },
  ])("may $act what went wrong in it", ({ act, incidents, open }) => {
    const simulation = failed();

    intervene(simulation, "bob", { do: act, incident: incidentIn(simulation) });

    expect([refusedWith(simulation), incidentsOf(simulation), openAt(simulation)]).toEqual([[], incidents, open]);
  });

  it.each<{ readonly name: string; readonly who: string; readonly act: (simulation: Simulation) => Intervention }>([
    { name: "somebody else", who: "cat", act: (it) => ({ do: "retry", incident: incidentIn(it) }) },
    { name: "what is not there", who: "bob", act: () => ({ do: "retry", incident: "i9" }) },
    { name: "the case as a whole", who: "bob", act: () => ({ do: "suspend" }) },
    { name: "another step", who: "bob", act: () => ({ do: "jump", to: "z" }) },
  ])("is told no for $name", ({ who, act }) => {
    const simulation = failed();

    intervene(simulation, who, act(simulation));

    expect([refusedWith(simulation), incidentsOf(simulation)]).toEqual([["NOT_ALLOWED"], ["EFFECT_FAILED"]]);
  });

  it("may not touch a step that names nobody", () => {
    const simulation = running({ a: taskOf("ann") }, []);

    intervene(simulation, "bob", { do: "reassign", task: taskIn(simulation), to: "cat" });

    expect([refusedWith(simulation), openAt(simulation)]).toEqual([["NOT_ALLOWED"], ["a: ann"]]);
  });
});

describe("work that is given to somebody else", () => {
  it.each([
    { name: "a task", step: { ...taskOf("ann"), ...bobs } as StepDraft },
    { name: "an approval", step: approvalOf(["ann"], bobs) },
  ])("is theirs from then on, by an admin or by whoever the step names: $name", ({ step }) => {
    const simulation = running({ a: step, z: taskOf("eve") }, [["a", "z"]]);

    intervene(simulation, "bob", { do: "reassign", task: taskIn(simulation), to: "cat" });
    expect([refusedWith(simulation), openAt(simulation)]).toEqual([[], ["a: cat"]]);
    intervene(simulation, "admin", { do: "reassign", task: taskIn(simulation), to: "dan" });
    expect([refusedWith(simulation), openAt(simulation)]).toEqual([[], ["a: dan"]]);

    simulation.act("dan", "a", step.kind === "task" ? { do: "complete", outcome: "done" } : { do: "approve" });
    expect(openAt(simulation)).toEqual(["z: eve"]);
  });

  it.each([
    { name: "one who is asked already", step: approvalOf(["ann", "cat"]), to: "cat", code: "VERB_NOT_AVAILABLE" },
    {
      name: "the initiator where that is forbidden",
      step: approvalOf(["ann"], { noSelfEver: true }),
      to: "ini",
      code: "SELF_APPROVAL",
    },
    { name: "nobody", step: taskOf("ann"), to: "ghost", code: "PERSON_INACTIVE" },
  ])("goes not to $name", ({ step, to, code }) => {
    const simulation = running({ a: step }, []);
    const before = openAt(simulation);

    intervene(simulation, "admin", { do: "reassign", task: taskIn(simulation), to });

    expect([refusedWith(simulation), openAt(simulation)]).toEqual([[code], before]);
  });

  it("is not possible once it is done", () => {
    const simulation = running({ a: taskOf("ann"), z: taskOf("eve") }, [["a", "z"]]);
    const done = taskIn(simulation);
    simulation.act("ann", "a", { do: "complete", outcome: "done" });

    intervene(simulation, "admin", { do: "reassign", task: done, to: "cat" });

    expect(refusedWith(simulation)).toEqual(["TASK_CLOSED"]);
  });
});
