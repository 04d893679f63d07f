import type { Edge, Node, ProcessDefinition } from "@sluice/process";
import { isStep } from "./elements.ts";

/** What is on the clipboard: nodes as they stand, and the wires that run between them. */
export interface Clip {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** Copies nodes with their inner wires; a stage brings its steps. */
export const copyElements = (definition: ProcessDefinition, ids: readonly string[]): Clip => {
  const chosen = new Set(ids);
  const nodes = definition.nodes.filter((node) => chosen.has(node.id) || (isStep(node) && chosen.has(node.stage)));
  const inside = new Set(nodes.map((node) => node.id));
  return { nodes, edges: definition.edges.filter((edge) => inside.has(edge.from) && inside.has(edge.to)) };
};
