import type { Edge, Move, Node, NodeOf, ProcessDefinition, Step } from "@sluice/process";

/** The stages of a definition in the order of their bands. */
export const stagesOf = (definition: ProcessDefinition): NodeOf<"stage">[] =>
  definition.nodes.filter((node) => node.kind === "stage").sort((one, other) => one.order - other.order);

export const isStep = (node: Node): node is Step => node.kind !== "stage" && node.kind !== "start";

/** The steps that lie in one stage, in the order they are written down. */
export const stepsOf = (definition: ProcessDefinition, stageId: string): Step[] =>
  definition.nodes.filter((node): node is Step => isStep(node) && node.stage === stageId);

export const findNode = (definition: ProcessDefinition, id: string): Node | null =>
  definition.nodes.find((node) => node.id === id) ?? null;

export const findEdge = (definition: ProcessDefinition, id: string): Edge | null =>
  definition.edges.find((edge) => edge.id === id) ?? null;

/** A move by its id together with the stage it leaves. */
export const findMove = (definition: ProcessDefinition, id: string): { stage: NodeOf<"stage">; move: Move } | null => {
  for (const stage of stagesOf(definition)) {
    const move = stage.moves.find((candidate) => candidate.id === id);
    if (move) return { stage, move };
  }
  return null;
};

/** The stage a node stands in: its own id for a stage, null for a start. */
export const stageIdOf = (node: Node): string | null =>
  node.kind === "stage" ? node.id : node.kind === "start" ? null : node.stage;

/** Every id that is taken in a definition: nodes, edges and moves share one name space. */
export const takenIds = (definition: ProcessDefinition): Set<string> => {
  const taken = new Set<string>();
  for (const node of definition.nodes) {
    taken.add(node.id);
    if (node.kind === "stage") for (const move of node.moves) taken.add(move.id);
  }
  for (const edge of definition.edges) taken.add(edge.id);
  return taken;
};
