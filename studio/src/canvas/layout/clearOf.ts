import { bottomOf, type Box, type Point, rightOf } from "./box.ts";

/** How near a wire may pass a step that it does not end at. */
const MARGIN = 5;

const touches = (from: Point, to: Point, box: Box): boolean =>
  Math.max(from.x, to.x) > box.x - MARGIN &&
  Math.min(from.x, to.x) < rightOf(box) + MARGIN &&
  Math.max(from.y, to.y) > box.y - MARGIN &&
  Math.min(from.y, to.y) < bottomOf(box) + MARGIN;

/** Through how many of the boxes a way of level and upright stretches runs, or passes them too near. */
export const hitsOf = (points: readonly Point[], boxes: readonly Box[]): number =>
  boxes.filter((box) =>
    points.some((point, index) => {
      const before = points[index - 1];
      return before !== undefined && touches(before, point, box);
    }),
  ).length;

/** Whether nothing stands below a point down to a height. */
export const fallsClear = (from: Point, y: number, boxes: readonly Box[]): boolean =>
  boxes.every((box) => !touches(from, { x: from.x, y }, box));
