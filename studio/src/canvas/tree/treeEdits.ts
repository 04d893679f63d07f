import { deleteElements } from "../model/deleteElements.ts";
import type { Edit } from "../model/edited.ts";
import type { TreeItem, TreeWay } from "./stageTree.ts";

const stepsWithin = (items: readonly TreeItem[]): string[] =>
  items.flatMap(({ step, ways }) => [step.id, ...ways.flatMap(({ items: inner }) => stepsWithin(inner))]);

/** Deletes one way out of a step with all that stands in it, up to where the ways meet. */
export const deleteWay = ({ edge, items }: TreeWay): Edit => deleteElements([edge.id, ...stepsWithin(items)]);

/** Deletes a step with all its ways, and goes on from what leads to it to where they meet. */
export const deleteBlock =
  ({ step, ways, meeting }: TreeItem): Edit =>
  (definition) => {
    const inner = new Set([step.id, ...ways.flatMap(({ items }) => stepsWithin(items))]);
    const kept = definition.edges.filter((edge) => !inner.has(edge.from) || inner.has(edge.to));
    const edges =
      meeting === null
        ? kept
        : kept.map((edge) => (edge.to === step.id && !inner.has(edge.from) ? { ...edge, to: meeting } : edge));
    const nodes = definition.nodes.map((node) =>
      node.kind === "stage" && node.entry === step.id && meeting !== null ? { ...node, entry: meeting } : node,
    );
    return deleteElements([...inner])({ ...definition, nodes, edges });
  };
