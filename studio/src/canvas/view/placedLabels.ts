import { labelPlaces, type LabelPlace } from "../layout/labelPlaces.ts";
import { isNamedBelow } from "../layout/sizeOf.ts";
import { type Sayings, textIn } from "../sayings/sayings.ts";
import type { CanvasState } from "../store/canvasStore.ts";
import { wireLabel } from "../wires/wireLabel.ts";

export interface PlacedLabel extends LabelPlace {
  readonly text: string;
}

type Shown = Pick<CanvasState, "definition" | "layout" | "routes">;

/** The labels of all wires in somebody's language, and where they stand. */
export const placedLabels = (
  { definition, layout, routes }: Shown,
  sayings: Sayings,
): ReadonlyMap<string, PlacedLabel> => {
  const texts = new Map(definition.edges.map((edge) => [edge.id, wireLabel(sayings, definition, edge)]));
  const names = new Map(
    definition.nodes.filter(isNamedBelow).map((node) => [node.id, textIn(sayings, node.name)] as const),
  );
  const places = labelPlaces({ layout, routes }, texts, names);
  return new Map([...places].map(([id, place]) => [id, { ...place, text: texts.get(id) ?? "" }]));
};
