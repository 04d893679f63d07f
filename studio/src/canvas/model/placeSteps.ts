import type { Edit } from "./edited.ts";
import { isStep } from "./elements.ts";

export interface StepPlace {
  readonly id: string;
  readonly stage: string;
  readonly position: { readonly x: number; readonly y: number };
}

/** Puts steps where they were dropped. In another band they change their stage; an entry left behind is cleared. */
export const placeSteps =
  (places: readonly StepPlace[]): Edit =>
  (definition) => {
    const byId = new Map(places.map((place) => [place.id, place]));
    const left = new Set<string>();
    const moved = definition.nodes.map((node) => {
      const place = byId.get(node.id);
      if (!place || node.kind === "stage") return node;
      const position = { x: Math.round(place.position.x), y: Math.round(place.position.y) };
      if (!isStep(node)) return { ...node, position };
      if (node.stage !== place.stage) left.add(node.id);
      return { ...node, stage: place.stage, position };
    });
    const nodes = moved.map((node) => {
      if (node.kind !== "stage" || node.entry === undefined || !left.has(node.entry)) return node;
      const { entry: _left, ...rest } = node;
      return rest;
    });
    return { definition: { ...definition, nodes }, select: places.map((place) => place.id) };
  };
