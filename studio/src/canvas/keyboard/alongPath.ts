import { findNode, isStep, stageIdOf, stagesOf, stepsOf } from "../model/elements.ts";
import type { CanvasState } from "../store/canvasStore.ts";

/**
 * The element an Alt+arrow goes to: right and left along the wires, up and down to the neighbour among the steps that share a
 * source, else to the next band. Null at the end of the path.
 */
export const alongPath = (
  { definition, layout }: Pick<CanvasState, "definition" | "layout">,
  from: string,
  key: string,
): string | null => {
  const node = findNode(definition, from);
  if (!node) return stagesOf(definition)[0]?.id ?? null;
  if (key === "ArrowRight") {
    const next = definition.edges.find((edge) => edge.from === from)?.to;
    return next ?? (node.kind === "stage" ? (node.entry ?? stepsOf(definition, from)[0]?.id ?? null) : null);
  }
  if (key === "ArrowLeft")
    return definition.edges.find((edge) => edge.to === from)?.from ?? (isStep(node) ? node.stage : null);
  const stage = stageIdOf(node);
  const y = layout.boxes.get(from)?.y ?? 0;
  const sources = new Set(definition.edges.filter((edge) => edge.to === from).map((edge) => edge.from));
  const siblings = definition.edges.filter((edge) => sources.has(edge.from) && edge.to !== from).map((edge) => edge.to);
  const way = key === "ArrowDown" ? 1 : -1;
  const beside = (isStep(node) ? siblings : [])
    .map((id) => ({ id, distance: ((layout.boxes.get(id)?.y ?? 0) - y) * way }))
    .filter(({ distance }) => distance > 0)
    .sort((one, other) => one.distance - other.distance)[0];
  if (beside) return beside.id;
  const stages = stagesOf(definition);
  return stages[stages.findIndex(({ id }) => id === stage) + way]?.id ?? null;
};
