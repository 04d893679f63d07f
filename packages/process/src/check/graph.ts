import type { Edge } from "../definition/edge.ts";
import type { Move } from "../definition/move.ts";
import type { Node, NodeOf, Step } from "../definition/node.ts";
import type { ProcessDefinition } from "../definition/processDefinition.ts";

/** A definition as the checks walk it. Built once a check; the definition is whole (`problemsOfWholeness` found nothing). */
export interface Graph {
  readonly definition: ProcessDefinition;
  readonly nodes: ReadonlyMap<string, Node>;
  readonly starts: readonly NodeOf<"start">[];
  readonly stages: readonly NodeOf<"stage">[];
  readonly steps: readonly Step[];
  readonly moves: readonly { readonly stage: NodeOf<"stage">; readonly move: Move }[];
  readonly out: (id: string) => readonly Edge[];
  readonly into: (id: string) => readonly Edge[];
  /** The stage that a step lies in, or that a stage is; null for a start. */
  readonly stageOf: (id: string) => string | null;
}

const grouped = (edges: readonly Edge[], end: "from" | "to"): ReadonlyMap<string, readonly Edge[]> => {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const group = groups.get(edge[end]);
    if (group) group.push(edge);
    else groups.set(edge[end], [edge]);
  }
  return groups;
};

export const graphOf = (definition: ProcessDefinition): Graph => {
  const nodes = new Map(definition.nodes.map((node) => [node.id, node]));
  const out = grouped(definition.edges, "from");
  const into = grouped(definition.edges, "to");
  const stages = definition.nodes.filter((node) => node.kind === "stage");
  return {
    definition,
    nodes,
    starts: definition.nodes.filter((node) => node.kind === "start"),
    stages,
    steps: definition.nodes.filter((node): node is Step => node.kind !== "start" && node.kind !== "stage"),
    moves: stages.flatMap((stage) => stage.moves.map((move) => ({ stage, move }))),
    out: (id) => out.get(id) ?? [],
    into: (id) => into.get(id) ?? [],
    stageOf: (id) => {
      const node = nodes.get(id);
      if (!node || node.kind === "start") return null;
      return node.kind === "stage" ? node.id : node.stage;
    },
  };
};

/** All that can be reached from these elements by `next`, themselves included. */
export const reachedFrom = (from: readonly string[], next: (id: string) => readonly string[]): ReadonlySet<string> => {
  const seen = new Set(from);
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const to of next(at)) {
      if (seen.has(to)) continue;
      seen.add(to);
      open.push(to);
    }
  }
  return seen;
};

/** Where work can go from an element: along its wires, into a stage's entry, by the moves of the stage it is in. */
export const successorsOf =
  (graph: Graph) =>
  (id: string): readonly string[] => {
    const node = graph.nodes.get(id);
    const wires = graph.out(id).map((edge) => edge.to);
    if (node?.kind === "stage")
      return [...(node.entry ? [node.entry] : []), ...node.moves.map((move) => move.to), ...wires];
    const stage = graph.stageOf(id);
    const moves = stage === null ? [] : (graph.nodes.get(stage) as NodeOf<"stage">).moves.map((move) => move.to);
    return [...wires, ...moves];
  };

/** The wires that a split sends work along together: not the one it takes when it cannot be taken itself. */
export const pathsOf = (graph: Graph, split: string): readonly Edge[] =>
  graph.out(split).filter((edge) => edge.on.kind !== "error");
