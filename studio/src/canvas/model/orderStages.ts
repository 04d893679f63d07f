import type { ProcessDefinition } from "@sluice/process";
import type { Edit } from "./edited.ts";
import { stagesOf } from "./elements.ts";

/** Numbers the bands 0, 1, 2… in the order of `ids`; a band that keeps its number keeps its identity. */
export const orderStages = (definition: ProcessDefinition, ids: readonly string[]): ProcessDefinition => ({
  ...definition,
  nodes: definition.nodes.map((node) => {
    const order = ids.indexOf(node.id);
    return node.kind !== "stage" || order < 0 || node.order === order ? node : { ...node, order };
  }),
});

/** Moves one band up or down by `by` places; at the edge it stays. */
export const reorderStage =
  (stageId: string, by: number): Edit =>
  (definition) => {
    const ids = stagesOf(definition).map((stage) => stage.id);
    const from = ids.indexOf(stageId);
    const to = Math.max(0, Math.min(ids.length - 1, from + by));
    if (from < 0 || to === from) return { definition };
    ids.splice(from, 1);
    ids.splice(to, 0, stageId);
    return { definition: orderStages(definition, ids), select: [stageId] };
  };
