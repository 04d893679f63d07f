import type { ProcessDefinition } from "@sluice/process";

/** Whether a path of wires (and moves) leads from one element to another. */
export const leadsTo = (definition: ProcessDefinition, from: string, to: string): boolean => {
  const next = new Map<string, string[]>();
  const add = (one: string, other: string) => next.set(one, [...(next.get(one) ?? []), other]);
  for (const edge of definition.edges) add(edge.from, edge.to);
  const seen = new Set<string>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(next.get(at) ?? []));
  }
  return false;
};
