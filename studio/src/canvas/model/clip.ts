import type { Edge, Node, ProcessDefinition, Variable } from "@sluice/process";
import { isStep } from "./elements.ts";
import { variablesNamed } from "./namesOf.ts";

/** What is on the clipboard: nodes as they stand, and the wires that run between them. */
export interface Clip {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  /** The declarations of the variables that they name. */
  readonly variables?: readonly Variable[];
}

/** Copies nodes with their inner wires; a stage brings its steps. */
export const copyElements = (definition: ProcessDefinition, ids: readonly string[]): Clip => {
  const chosen = new Set(ids);
  const nodes = definition.nodes.filter((node) => chosen.has(node.id) || (isStep(node) && chosen.has(node.stage)));
  const inside = new Set(nodes.map((node) => node.id));
  const edges = definition.edges.filter((edge) => inside.has(edge.from) && inside.has(edge.to));
  const named = variablesNamed(nodes, edges);
  const variables = definition.variables.filter(({ key }) => named.has(key));
  return { nodes, edges, ...(variables.length > 0 && { variables }) };
};
