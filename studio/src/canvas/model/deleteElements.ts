import type { Edge, Node } from "@sluice/process";
import type { Edit } from "./edited.ts";
import { isStep } from "./elements.ts";
import { stagesOf } from "./elements.ts";
import { orderStages } from "./orderStages.ts";

/** One step of a chain taken out leaves the chain whole: its only way in goes where its only way out went. */
const heal = (edges: readonly Edge[], gone: ReadonlySet<string>): Edge[] => {
  const kept = edges.filter((edge) => !gone.has(edge.id));
  const healed: Edge[] = [];
  for (const id of gone) {
    const into = kept.filter((edge) => edge.to === id);
    const out = kept.filter((edge) => edge.from === id);
    const [before] = into;
    const [after] = out;
    const isChain = into.length === 1 && out.length === 1 && before !== undefined && after !== undefined;
    if (!isChain || gone.has(before.from) || gone.has(after.to) || before.from === after.to) continue;
    if (kept.some((edge) => edge.from === before.from && edge.to === after.to)) continue;
    healed.push({ ...before, to: after.to });
  }
  return [...kept.filter((edge) => !gone.has(edge.from) && !gone.has(edge.to)), ...healed];
};

const withoutDangling = (node: Node, gone: ReadonlySet<string>): Node => {
  if (node.kind !== "stage") return node;
  const moves = node.moves.filter((move) => !gone.has(move.id) && !gone.has(move.to));
  const { entry, ...rest } = node;
  if (entry !== undefined && gone.has(entry)) return { ...rest, moves };
  return moves.length === node.moves.length ? node : { ...node, moves };
};

/**
 * Deletes nodes, wires and moves by id, and everything that would dangle: a stage takes its steps along, a step its wires, the
 * moves to it and its place as entry.
 */
export const deleteElements =
  (ids: readonly string[]): Edit =>
  (definition) => {
    const gone = new Set(ids);
    for (const node of definition.nodes) if (isStep(node) && gone.has(node.stage)) gone.add(node.id);
    const nodes = definition.nodes.filter((node) => !gone.has(node.id)).map((node) => withoutDangling(node, gone));
    const after = { ...definition, nodes, edges: heal(definition.edges, gone) };
    return {
      definition: orderStages(
        after,
        stagesOf(after).map((stage) => stage.id),
      ),
      select: [],
    };
  };
