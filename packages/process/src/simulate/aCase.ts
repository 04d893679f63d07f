import { recordSchemas } from "@sluice/domain";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import { compile } from "../kernel/compile.ts";
import type { Json } from "../kernel/json.ts";
import { Simulation } from "./simulation.ts";
import type { SimulatedPerson, SimulatedWorld } from "./world.ts";

const names = ["ini", "ann", "bob", "cat", "dan", "eve", "admin"] as const;

/** A small firm where everybody's name is also their role, and everybody reports to the next: ini, ann, bob, cat, dan, eve. */
export const aFirm: readonly SimulatedPerson[] = names.map((id, index) => ({
  id,
  roles: [id],
  department: "sales",
  ...(index < names.length - 2 ? { managerId: names[index + 1] as string } : {}),
}));

/** A case of a process, started by `ini` at the beginning of 2027, that nothing stands against. */
export const aCase = (
  definition: ProcessDefinition,
  world: Partial<SimulatedWorld> = {},
  variables: { readonly [key: string]: Json } = {},
): Simulation => {
  const simulation = new Simulation(
    compile(definition, recordSchemas),
    { people: aFirm, record: {}, ownerId: "ini", departmentHeads: { sales: "eve" }, ...world },
    "2027-01-01T00:00:00.000Z",
    "ini",
  );
  simulation.start(variables);
  return simulation;
};

/** The open work, as `step: people`. */
export const openAt = (simulation: Simulation): readonly string[] =>
  [...simulation.tasks.values()]
    .filter((task) => task.open && task.kind !== "copy" && task.kind !== "consult")
    .map((task) => `${task.node}: ${task.people.join(",")}`);

/** The steps that tokens stand on, in order of their names. */
export const standingAt = (simulation: Simulation): readonly string[] =>
  simulation.state.tokens.map((token) => token.node).toSorted();

/** The codes of the refusal of the last event; empty when it was taken. */
export const refusedWith = (simulation: Simulation): readonly string[] => simulation.refusals.map((it) => it.code);

/** The codes of the open incidents. */
export const incidentsOf = (simulation: Simulation): readonly string[] =>
  simulation.state.incidents.map((it) => it.code);

/** Completes the open task of a step, as whoever holds it. */
export const finish = (simulation: Simulation, node: string, outcome = "done"): void => {
  const task = [...simulation.tasks.values()].find((it) => it.open && it.node === node);
  simulation.act(task?.people[0] ?? "nobody", node, { do: "complete", outcome });
};
