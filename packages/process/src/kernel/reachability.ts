import type { Edge } from "../definition/edge.ts";
import type { Node } from "../definition/node.ts";

/** Answers whether a token on one node can still come to another by wires of its stage (an empty walk does not count), without passing one of them. */
export const reachability = (
  nodes: readonly Node[],
  out: ReadonlyMap<string, readonly Edge[]>,
): ((from: string, to: string, avoiding: string | null) => boolean) => {
  const stageOf = new Map(nodes.map((node) => [node.id, "stage" in node ? node.stage : null]));
  const known = new Map<string, ReadonlySet<string>>();
  const reachedFrom = (from: string, avoiding: string | null): ReadonlySet<string> => {
    const name = `${from} ${avoiding ?? ""}`;
    const before = known.get(name);
    if (before) return before;
    const seen = new Set<string>();
    const open = [from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const edge of out.get(at) ?? []) {
        if (seen.has(edge.to) || edge.to === avoiding || stageOf.get(edge.to) !== stageOf.get(from)) continue;
        seen.add(edge.to);
        open.push(edge.to);
      }
    }
    known.set(name, seen);
    return seen;
  };
  return (from, to, avoiding) => reachedFrom(from, avoiding).has(to);
};
