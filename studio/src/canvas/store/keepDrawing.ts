import type { ProcessDefinition } from "@sluice/process";
import { bandShapeOf } from "../layout/bandShape.ts";
import type { Layout } from "../layout/layoutOf.ts";
import { isStep, stagesOf } from "../model/elements.ts";

/**
 * Nothing moves by itself: when an edit changes what a band holds, the steps that stay keep the places they were drawn at by
 * writing them down. A band that held nothing before is still laid out as a whole.
 */
export const keepDrawing = (before: ProcessDefinition, after: ProcessDefinition, layout: Layout): ProcessDefinition => {
  if (before.nodes === after.nodes && before.edges === after.edges) return after;
  const bands = new Map(layout.bands.map((band) => [band.stage.id, band]));
  const touched = new Set(
    stagesOf(after)
      .filter(({ id }) => bands.has(id) && bandShapeOf(before, id).signature !== bandShapeOf(after, id).signature)
      .map(({ id }) => id),
  );
  if (touched.size === 0) return after;
  const nodes = after.nodes.map((node) => {
    if (!isStep(node) || node.position || !touched.has(node.stage)) return node;
    const band = bands.get(node.stage);
    const box = layout.boxes.get(node.id);
    const stood = band?.steps.some((step) => step.id === node.id);
    return band && box && stood ? { ...node, position: { x: box.x - band.box.x, y: box.y - band.box.y } } : node;
  });
  return { ...after, nodes };
};
