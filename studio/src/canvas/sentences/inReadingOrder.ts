import type { ProcessDefinition, Step } from "@sluice/process";
import { stepsOf } from "../model/elements.ts";

/**
 * The steps of a stage in the order they are read: from the entry along the wires, one branch after the other, and where they
 * meet after all of them; then what is entered from elsewhere. Each exactly once.
 */
export const inReadingOrder = (definition: ProcessDefinition, stageId: string, entry?: string): Step[] => {
  const steps = new Map(stepsOf(definition, stageId).map((step) => [step.id, step]));
  const next = new Map<string, string[]>();
  const isEntered = new Set<string>();
  for (const { from, to } of definition.edges) {
    if (!steps.has(from) || !steps.has(to) || from === to) continue;
    next.set(from, [to, ...(next.get(from) ?? [])]);
    isEntered.add(to);
  }
  const seen = new Set<string>();
  // Depth first, the last way first: what is left behind, read backwards, has every step before what comes after it.
  const behind = (id: string): string[] => {
    if (seen.has(id)) return [];
    seen.add(id);
    return [...(next.get(id) ?? []).flatMap(behind), id];
  };
  const doors = [...(entry === undefined ? [] : [entry]), ...[...steps.keys()].filter((id) => !isEntered.has(id))];
  return [...doors, ...steps.keys()].flatMap((door) => behind(door).reverse()).flatMap((id) => steps.get(id) ?? []);
};
