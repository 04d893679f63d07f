import type { Edge } from "../definition/edge.ts";
import type { Node } from "../definition/node.ts";

/** Answers whether a token on one node can still come to another by wires of its stage (an empty walk does not count). */
export const reachability = (nodes: readonly Node[], out: ReadonlyMap<string, readonly Edge[]>): ((from: string, to: string) => boolean) => {
  const stageOf = new Map(nodes.map((node) => [node.id, "stage" in node ? node.stage : null]));
  const known = new Map<string, ReadonlySet<string>>();
  const reachedFrom = (from: string): ReadonlySet<string> => {
    const before = known.get(from);
    if (before) return before;
    const seen = new Set<string>();
    const open = [from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const edge of out.get(at) ?? []) {
        if (seen.has(edge.to) || stageOf.get(edge.to) !== stageOf.get(from)) continue;
        seen.add(edge.to);
        open.push(edge.to);
      }
    }
    known.set(from, seen);
    return seen;
  };
  return (from, to) => reachedFrom(from).has(to);
};
