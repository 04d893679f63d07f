import type { Edge, Node, ProcessDefinition } from "@sluice/process";
import { isStep } from "../model/elements.ts";

/**
 * The definition as it is drawn while stages are collapsed: their steps are left out, wires to and from them end at the stage,
 * one for each pair, and say nothing, for it stands for all of them. What is not collapsed keeps its very objects.
 */
export const folded = (definition: ProcessDefinition, collapsed: ReadonlySet<string>): ProcessDefinition => {
  if (collapsed.size === 0) return definition;
  const stageOf = new Map(
    definition.nodes.flatMap((node) =>
      isStep(node) && collapsed.has(node.stage) ? [[node.id, node.stage] as const] : [],
    ),
  );
  const seen = new Set<string>();
  const edges = definition.edges.flatMap((edge): Edge[] => {
    const [from, to] = [stageOf.get(edge.from) ?? edge.from, stageOf.get(edge.to) ?? edge.to];
    if (from === edge.from && to === edge.to) return [edge];
    const pair = `${from} ${to}`;
    if (from === to || seen.has(pair)) return [];
    seen.add(pair);
    if (from === edge.from) return [{ ...edge, to }];
    const { name: _name, maxVisits: _maxVisits, ...plain } = edge;
    return [{ ...plain, from, to, on: { kind: "next" } }];
  });
  const nodes = definition.nodes.flatMap((node): Node[] => {
    if (stageOf.has(node.id)) return [];
    if (node.kind !== "stage") return [node];
    const moves = node.moves.map((move) => ({ ...move, to: stageOf.get(move.to) ?? move.to }));
    const changes = node.moves.some((move) => stageOf.has(move.to));
    const { entry, ...rest } = changes ? { ...node, moves } : node;
    if (entry !== undefined && stageOf.has(entry)) return [rest];
    return [changes ? { ...node, moves } : node];
  });
  return { ...definition, nodes, edges };
};
