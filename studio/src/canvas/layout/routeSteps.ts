import { type Box, bottomOf, middleOf, type Point, rightOf } from "./box.ts";
import { measures } from "./measures.ts";

/**
 * A wire between two steps of one band that was not laid out by ELK: straight or with one bend in the column gap when it goes
 * on, and below everything in `floor` when it goes back.
 */
export const routeSteps = (from: Box, to: Box, floor: number): Point[] => {
  const start = { x: rightOf(from), y: middleOf(from).y };
  const end = { x: to.x, y: middleOf(to).y };
  const half = measures.columnGap / 2;
  if (end.x >= start.x + 16) {
    if (Math.abs(start.y - end.y) < 1) return [start, end];
    const bend = Math.max(start.x + 8, end.x - half);
    return [start, { x: bend, y: start.y }, { x: bend, y: end.y }, end];
  }
  const below = Math.max(floor, bottomOf(from) + 14, bottomOf(to) + 14);
  return [
    start,
    { x: start.x + half - 8, y: start.y },
    { x: start.x + half - 8, y: below },
    { x: end.x - half + 6, y: below },
    { x: end.x - half + 6, y: end.y },
    end,
  ];
};
