import type { ProcessDefinition } from "@sluice/process";
import type { Edit } from "../model/edited.ts";
import { isStep } from "../model/elements.ts";

const none: ReadonlySet<string> = new Set();

/** What work comes to from the starts, by wires, entries and moves; some wires left out. */
const reachedFrom = ({ nodes, edges }: ProcessDefinition, without: ReadonlySet<string>): ReadonlySet<string> => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const next = new Map<string, string[]>();
  for (const { id, from, to } of edges) if (!without.has(id)) next.set(from, [...(next.get(from) ?? []), to]);
  const seen = new Set<string>();
  const open = nodes.filter(({ kind }) => kind === "start").map(({ id }) => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = byId.get(id);
    if (seen.has(id) || node === undefined) continue;
    seen.add(id);
    open.push(...(next.get(id) ?? []));
    if (isStep(node)) open.push(node.stage);
    if (node.kind !== "stage") continue;
    open.push(...node.moves.map(({ to }) => to));
    // Work that comes to a step of the stage from outside is in the stage without having taken its first step.
    if (node.entry !== undefined) open.push(node.entry);
  }
  return seen;
};

/** Whether work still comes to a step or stage without these wires; what nothing came to before loses nothing. */
export const isLedTo = (definition: ProcessDefinition, id: string, without: ReadonlySet<string>): boolean =>
  reachedFrom(definition, without).has(id) || !reachedFrom(definition, none).has(id);

/** Whether an edit leaves a step or stage behind that work came to before and does no more. */
export const cutsOff = (definition: ProcessDefinition, edit: Edit): boolean => {
  const after = edit(definition).definition;
  const reached = reachedFrom(after, none);
  const before = reachedFrom(definition, none);
  return after.nodes.some(({ id }) => before.has(id) && !reached.has(id));
};

/** Whether anything outside leads to one of these elements, be it led to itself or not. */
export const hasWayIn = ({ nodes, edges }: ProcessDefinition, ids: ReadonlySet<string>): boolean =>
  edges.some(({ from, to }) => ids.has(to) && !ids.has(from)) ||
  nodes.some((node) => node.kind === "stage" && !ids.has(node.id) && node.moves.some(({ to }) => ids.has(to)));
