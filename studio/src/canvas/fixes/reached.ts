import { lostIn, type ProcessDefinition } from "@sluice/process";
import type { Edit } from "../model/edited.ts";
import { isStep } from "../model/elements.ts";
import type { PressableFix } from "./fix.ts";

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

/** What is lost in the definition that fixes are asked for: the same for all of them. */
const lost = new WeakMap<ProcessDefinition, ReadonlySet<string> | null>();

const lostBefore = (definition: ProcessDefinition): ReadonlySet<string> | null => {
  const known = lost.get(definition);
  if (known !== undefined) return known;
  const found = lostIn(definition);
  lost.set(definition, found);
  return found;
};

/** Whether an edit leaves something behind that work came to, or came out of, before. Of a definition that is not whole nobody knows. */
export const cutsOff = (definition: ProcessDefinition, edit: Edit): boolean => {
  const before = lostBefore(definition);
  const after = before && lostIn(edit(definition).definition);
  return before !== null && after !== null && [...after].some((what) => !before.has(what));
};

/** A fix, unless it cuts something off. */
export const unlessCutsOff = (definition: ProcessDefinition, fix: PressableFix): PressableFix | null =>
  cutsOff(definition, fix.edit) ? null : fix;

/** Whether anything outside leads to one of these elements, be it led to itself or not. */
export const hasWayIn = ({ nodes, edges }: ProcessDefinition, ids: ReadonlySet<string>): boolean =>
  edges.some(({ from, to }) => ids.has(to) && !ids.has(from)) ||
  nodes.some((node) => node.kind === "stage" && !ids.has(node.id) && node.moves.some(({ to }) => ids.has(to)));
