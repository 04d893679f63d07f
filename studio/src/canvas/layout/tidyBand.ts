import type { ELK, ElkExtendedEdge } from "elkjs/lib/elk-api";
import { bandGraph, rowHeightOf } from "./bandGraph.ts";
import type { BandShape } from "./bandShape.ts";
import type { Point } from "./box.ts";
import { measures } from "./measures.ts";
import { sizeOf } from "./sizeOf.ts";
import type { TidyBand } from "./tidiedBand.ts";
import { wrapRows } from "./wrapRows.ts";

const routeOf = (edge: ElkExtendedEdge): Point[] => {
  const [section] = edge.sections ?? [];
  if (!section) return [];
  return [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }) => ({
    x: Math.round(x + measures.band.left),
    y: Math.round(y + measures.band.top),
  }));
};

/** Lays one band out. The same band gives the same places, and no other band is looked at. */
export const tidyBand = async (elk: ELK, shape: BandShape): Promise<TidyBand> => {
  if (shape.steps.length === 0) return { signature: shape.signature, places: {}, routes: {} };
  const graph = await elk.layout(bandGraph(shape.stageId, shape.steps, shape.edges));
  const steps = new Map(shape.steps.map((step) => [step.id, step]));
  const places: Record<string, Point> = {};
  for (const child of graph.children ?? []) {
    const step = steps.get(child.id);
    if (!step) continue;
    places[child.id] = {
      x: Math.round((child.x ?? 0) + measures.band.left),
      y: Math.round((child.y ?? 0) + measures.band.top + (rowHeightOf(step) - sizeOf(step).height) / 2),
    };
  }
  const routes = Object.fromEntries((graph.edges ?? []).map((edge) => [edge.id, routeOf(edge)]));
  return wrapRows({ signature: shape.signature, places, routes }, shape);
};
