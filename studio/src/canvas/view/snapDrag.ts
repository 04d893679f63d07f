import type { Point } from "../layout/box.ts";
import { type Guides, snap } from "../layout/snap.ts";
import { findNode, isStep } from "../model/elements.ts";
import type { CanvasState } from "../store/canvasStore.ts";

/** How near on the screen a step is drawn to a line. */
const REACH = 6;

/** One dragged step drawn to the lines of the others; several, or a stage, go where they are dragged. */
export const snapDrag = (
  { definition, layout }: Pick<CanvasState, "definition" | "layout">,
  moved: Readonly<Record<string, Point>>,
  zoom: number,
): { readonly drag: Readonly<Record<string, Point>>; readonly guides: Guides | null } => {
  const [only, ...more] = Object.entries(moved);
  const node = only === undefined ? null : findNode(definition, only[0]);
  const box = only === undefined ? undefined : layout.boxes.get(only[0]);
  if (only === undefined || more.length > 0 || node === null || !isStep(node) || box === undefined)
    return { drag: moved, guides: null };
  const band = layout.boxes.get(node.stage) ?? { x: 0, y: 0 };
  const others = layout.bands.flatMap(({ steps }) =>
    steps.flatMap(({ id }) => (id === node.id ? [] : (layout.boxes.get(id) ?? []))),
  );
  const at = { ...box, x: band.x + only[1].x, y: band.y + only[1].y };
  const snapped = snap(at, others, REACH / zoom);
  return { drag: { [node.id]: { x: snapped.at.x - band.x, y: snapped.at.y - band.y } }, guides: snapped.guides };
};
