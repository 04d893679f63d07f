import type { Box, Point } from "./box.ts";

/** The lines that a dragged step meets, in the drawing: one upright, one level. */
export interface Guides {
  readonly x?: number;
  readonly y?: number;
}

export interface Snapped {
  readonly at: Point;
  readonly guides: Guides;
}

interface Meeting {
  readonly shift: number;
  readonly line: number;
}

const edgesOf = (start: number, size: number): readonly number[] => [start, start + size / 2, start + size];

/** The nearest line of the others that one of a step's edges or its middle comes within reach of; middles meet middles first. */
const nearest = (own: readonly number[], others: readonly (readonly number[])[], reach: number): Meeting | null => {
  let best: Meeting | null = null;
  for (const lines of others)
    for (const [which, line] of lines.entries())
      for (const [mine, at] of own.entries()) {
        const shift = line - at;
        if (Math.abs(shift) > reach || (mine === 1) !== (which === 1)) continue;
        if (best === null || Math.abs(shift) < Math.abs(best.shift)) best = { shift, line };
      }
  return best;
};

/** Where a dragged step lands: drawn to the edges and middles of the others when it comes within reach of them. */
export const snap = (dragged: Box, others: readonly Box[], reach: number): Snapped => {
  const x = nearest(
    edgesOf(dragged.x, dragged.width),
    others.map((box) => edgesOf(box.x, box.width)),
    reach,
  );
  const y = nearest(
    edgesOf(dragged.y, dragged.height),
    others.map((box) => edgesOf(box.y, box.height)),
    reach,
  );
  return {
    at: { x: dragged.x + (x?.shift ?? 0), y: dragged.y + (y?.shift ?? 0) },
    guides: { ...(x && { x: x.line }), ...(y && { y: y.line }) },
  };
};
