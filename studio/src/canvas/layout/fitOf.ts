import type { ProcessDefinition } from "@sluice/process";
import type { Layout } from "./layoutOf.ts";
import type { Route } from "./routesOf.ts";

const MARGIN = 12;
/** The zoom below which a whole process is no help: then its whole width is shown, from the top. */
const READABLE = 0.82;

export interface Drawing {
  readonly definition: ProcessDefinition;
  readonly layout: Layout;
  readonly routes: ReadonlyMap<string, Route>;
}

interface Frame {
  readonly width: number;
  readonly height: number;
}

/** How a process is first seen in a frame: whole when that is readable; else its whole width from the top. */
export const fitOf = (
  { definition, layout, routes }: Drawing,
  { width, height }: Frame,
): { readonly x: number; readonly y: number; readonly zoom: number } => {
  let [left, right, top] = [0, layout.right, 0];
  for (const { points } of routes.values()) {
    for (const point of points) {
      left = Math.min(left, point.x);
      right = Math.max(right, point.x);
    }
  }
  for (const node of definition.nodes)
    if (node.kind === "start") top = Math.min(top, layout.boxes.get(node.id)?.y ?? 0);
  const wide = (width - 2 * MARGIN) / (right - left);
  const tall = (height - 2 * MARGIN) / (layout.bottom - top - 20);
  const zoom = Math.min(1, wide, Math.max(tall, Math.min(READABLE, wide)));
  return { x: (width - (right - left) * zoom) / 2 - left * zoom, y: MARGIN - top * zoom, zoom: Math.max(0.2, zoom) };
};
