import { describe, expect, it } from "vitest";
import type { TaskAct } from "../../kernel/event.ts";
import { aCase } from "../../simulate/aCase.ts";
import { anApproval, say, type Said, type Settings } from "../../simulate/anApproval.ts";
import { aProcess, taskOf } from "../../simulate/aProcess.ts";
import type { Simulation } from "../../simulate/simulation.ts";
import { actsOf, removableFrom, type Work } from "./actsOf.ts";

const definitionOf = (step: object) =>
  aProcess({
    stages: { work: { entry: "a", steps: { a: step as never } } },
    wires: [["start", "work"]],
  });
const aTask = (...names: readonly string[]) => ({
  definition: definitionOf(taskOf(...names)),
  said: [] as readonly Said[],
});

const placeOf = (simulation: Simulation) => ({ definition: simulation.plan.definition, state: simulation.state });

/** The work that somebody was given, open or not, as the door lists it; of anybody when they were given none. */
const workAt = (simulation: Simulation, holder: string): Work => {
  const tasks = [...simulation.tasks.values()];
  const task = tasks.findLast(({ people }) => people.includes(holder)) ?? tasks[0];
  if (task === undefined) throw new Error("no work was opened");
  return { ...task, isOpen: task.open, assigneeId: task.people.length === 1 ? (task.people[0] ?? null) : null };
};

describe("the acts of a task", () => {
  const mine = { people: ["ann"], assigneeId: "ann" };
  const shared = ["ann", "bob"];
  it.each([
    { name: "are none when it is closed", work: { ...mine, isOpen: false }, by: "ann", acts: [] },
    {
      name: "are its verbs to its owner",
      work: mine,
      by: "ann",
      acts: ["complete", "transfer", "consult", "comment", "copy"],
    },
    {
      name: "let one of several claim it",
      work: { people: shared, assigneeId: null },
      by: "ann",
      acts: ["claim", "complete", "transfer", "consult", "comment", "copy"],
    },
    {
      name: "let whoever claimed it let it go",
      work: { people: shared, assigneeId: "ann" },
      by: "ann",
      acts: ["release", "complete", "transfer", "consult", "comment", "copy"],
    },
    {
      name: "let nobody claim what someone has claimed",
      work: { people: shared, assigneeId: "ann" },
      by: "bob",
      acts: ["urge", "comment"],
    },
    { name: "let the initiator remind and remark", work: mine, by: "ini", acts: ["urge", "comment"] },
    { name: "are none to whom it does not concern", work: mine, by: "cat", acts: [] },
    { name: "let a copy only be put away", work: { ...mine, kind: "copy" }, by: "ann", acts: ["complete"] },
    { name: "offer the initiator nothing on somebody's copy", work: { ...mine, kind: "copy" }, by: "ini", acts: [] },
  ])("$name", ({ work, by, acts }) => {
    const simulation = aCase(aTask("ann", "bob").definition);
    expect(actsOf(placeOf(simulation), { ...workAt(simulation, "ann"), ...work }, by)).toEqual(acts);
  });
});

const approver = ["approve", "reject", "addSigner", "transfer", "delegate", "consult", "comment", "copy"];
const add = (place: "before" | "after" | "beside"): TaskAct => ({ do: "addSigner", personIds: ["cat"], place });

describe("the acts of an approval", () => {
  it.each<{
    name: string;
    settings?: Settings;
    said?: readonly Said[];
    at: string;
    by: string;
    acts: readonly string[];
  }>([
    { name: "are its verbs to its signer", at: "ann", by: "ann", acts: approver },
    {
      name: "have sending back where the step has it",
      settings: { sendBack: { to: "initiator" } },
      at: "ann",
      by: "ann",
      acts: ["approve", "reject", "sendBack", ...approver.slice(2)],
    },
    { name: "let the initiator withdraw", at: "ann", by: "ini", acts: ["urge", "comment", "withdraw"] },
    {
      name: "not where it may never be withdrawn",
      settings: { withdraw: "never" },
      at: "ann",
      by: "ini",
      acts: ["urge", "comment"],
    },
    {
      name: "let them until the first decision",
      settings: { withdraw: "beforeFirstDecision" },
      at: "ann",
      by: "ini",
      acts: ["urge", "comment", "withdraw"],
    },
    {
      name: "not after it",
      settings: { withdraw: "beforeFirstDecision" },
      said: [["ann", "approve"]],
      at: "bob",
      by: "ini",
      acts: ["urge", "comment"],
    },
    { name: "let another signer remind", at: "bob", by: "ann", acts: ["urge", "comment"] },
    { name: "are none to whom it does not concern", at: "ann", by: "dan", acts: [] },
    {
      name: "let whoever approved take it back, at open work",
      said: [["ann", "approve"]],
      at: "bob",
      by: "ann",
      acts: ["urge", "comment", "reclaim"],
    },
    { name: "and at their own, which is done", said: [["ann", "approve"]], at: "ann", by: "ann", acts: ["reclaim"] },
    { name: "not at somebody else's verdict", said: [["ann", "approve"]], at: "ann", by: "bob", acts: [] },
    {
      name: "let whoever added a signer take them out",
      said: [["ann", add("beside")]],
      at: "ann",
      by: "ann",
      acts: [...approver, "removeSigner"],
    },
    { name: "not their neighbour", said: [["ann", add("beside")]], at: "bob", by: "bob", acts: approver },
    {
      name: "not once that signer has decided",
      said: [
        ["ann", add("beside")],
        ["cat", "approve"],
      ],
      at: "ann",
      by: "ann",
      acts: approver,
    },
  ])("$name", ({ settings = {}, said = [], at, by, acts }) => {
    const simulation = anApproval(["ann", "bob"], settings);
    say(simulation, said);
    expect(actsOf(placeOf(simulation), workAt(simulation, at), by)).toEqual(acts);
  });

  it("name the signers who may be taken out", () => {
    const simulation = anApproval(["ann", "bob"]);
    say(simulation, [["ann", add("after")]]);
    expect(removableFrom(placeOf(simulation), workAt(simulation, "ann"), "ann")).toEqual(["cat"]);
    expect(removableFrom(placeOf(simulation), workAt(simulation, "ann"), "bob")).toEqual([]);
  });

  it("are none while the case is suspended", () => {
    const simulation = anApproval(["ann", "bob"]);
    const state = { ...simulation.state, status: "suspended" as const };
    expect(actsOf({ ...placeOf(simulation), state }, workAt(simulation, "ann"), "ann")).toEqual([]);
  });
});

describe("what may be taken back", () => {
  const people = ["ini", "ann", "bob", "cat", "dan"];
  const back: readonly TaskAct[] = [{ do: "withdraw" }, { do: "reclaim" }, { do: "removeSigner", personId: "cat" }];
  it.each<{ name: string; mode?: Settings["mode"]; said: readonly Said[] }>([
    { name: "at first", said: [] },
    { name: "after an approval", said: [["ann", "approve"]] },
    { name: "after one that brought the next signer", mode: { by: "sequential" }, said: [["ann", "approve"]] },
    { name: "with a signer added", said: [["ann", add("after")]] },
    {
      name: "with a signer added by one who has approved",
      said: [
        ["ann", add("beside")],
        ["ann", "approve"],
      ],
    },
    {
      name: "with an added signer who has decided",
      said: [
        ["ann", add("before")],
        ["cat", "approve"],
      ],
    },
  ])("$name is offered to exactly those from whom the kernel takes it", ({ mode, said }) => {
    for (const by of people)
      for (const act of back) {
        const simulation = anApproval(["ann", "bob"], mode === undefined ? {} : { mode });
        say(simulation, said);
        const open = [...simulation.tasks.values()].find((task) => task.open);
        const offered = actsOf(placeOf(simulation), workAt(simulation, open?.people[0] ?? ""), by).includes(act.do);
        say(simulation, [[by, act]]);
        expect({ by, does: act.do, taken: simulation.refusals.length === 0 }).toEqual({
          by,
          does: act.do,
          taken: offered,
        });
      }
  });
});
