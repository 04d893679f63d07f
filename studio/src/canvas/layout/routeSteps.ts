import { type Box, bottomOf, middleOf, type Point, rightOf } from "./box.ts";
import { hitsOf } from "./clearOf.ts";
import { measures } from "./measures.ts";

const half = measures.columnGap / 2;

/** With one bend: level, up or down at `x`, level. */
const bent = (start: Point, end: Point, x: number): Point[] => [start, { x, y: start.y }, { x, y: end.y }, end];

interface Along {
  readonly outX: number;
  readonly intoX: number;
}

/** Out of the step, along a level at `y`, and in from the left. */
const along = (start: Point, end: Point, { outX, intoX }: Along, y: number): Point[] => [
  start,
  { x: outX, y: start.y },
  { x: outX, y },
  { x: intoX, y },
  { x: intoX, y: end.y },
  end,
];

const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, point, index) => {
    const before = points[index - 1] ?? point;
    return sum + Math.abs(point.x - before.x) + Math.abs(point.y - before.y);
  }, 0);

interface Around {
  /** A height below everything. */
  readonly floor: number;
  /** The heights of the gaps between the rows of the band. */
  readonly levels?: readonly number[];
  /** What must not be run through. */
  readonly others?: readonly Box[];
  /** Where a wire to another row turns, right of the other wires of its step. */
  readonly outX?: number;
  /** Whether other wires leave its step too: then it turns at once, so that each has a stretch, and a label, of its own. */
  readonly splits?: boolean;
}

/** Steps that many beside a wire are not gone round one by one. */
const MOST_BESIDE = 60;

/** What of a step its own wires must not run through either. */
const inside = ({ x, y, width, height }: Box): Box => ({ x: x + 8, y: y + 8, width: width - 16, height: height - 16 });

const isDiamond = ({ width }: Box): boolean => width === measures.diamond.width;

/**
 * A wire between two steps of one band that was not laid out by ELK: straight or with one bend when it goes on, by the gaps
 * between rows or below everything when it goes back or on to another row. Of its shapes the shortest that runs through no step.
 */
export const routeSteps = (
  from: Box,
  to: Box,
  { floor, levels = [], others = [], outX, splits = false }: Around,
): Point[] => {
  const start = { x: rightOf(from), y: middleOf(from).y };
  const end = { x: to.x, y: middleOf(to).y };
  const goesBack = end.x < start.x + 16;
  const ends: Along = {
    outX:
      goesBack && outX !== undefined && levels.length > 0 ? outX : start.x + (isDiamond(from) ? half + 5 : half - 8),
    intoX: end.x - (isDiamond(to) ? half + 5 : half - 6),
  };
  const below = along(start, end, ends, Math.max(floor, bottomOf(from) + 14, bottomOf(to) + 14));
  const atTheEnd = Math.max(start.x + 8, end.x - half);
  const atOnce = outX !== undefined && outX < end.x - 8 ? outX : start.x + half;
  const turns = splits ? [atOnce, atTheEnd] : [atTheEnd, atOnce];
  const plain = goesBack ? [] : Math.abs(start.y - end.y) < 1 ? [[start, end]] : turns.map((x) => bent(start, end, x));
  const clear = plain.find((way) => hitsOf(way, others) === 0);
  if (clear) return clear;
  const between = others.filter(
    (box) => rightOf(box) > Math.min(start.x, end.x) - 40 && box.x < Math.max(start.x, end.x) + 40,
  );
  const beside = between.length > MOST_BESIDE ? [] : between;
  const bends = goesBack
    ? []
    : beside
        .flatMap((box) => [box.x - half, rightOf(box) + half])
        .filter((x) => x > start.x + 8 && x < end.x - 8)
        .map((x) => bent(start, end, x));
  const heights = [...levels, ...beside.flatMap((box) => [bottomOf(box) + 12, box.y - 12])];
  const ways = [...plain, ...bends, ...heights.map((y) => along(start, end, ends, y)), below];
  const own = [from, to].map(inside);
  const cost = (way: readonly Point[]): number =>
    hitsOf(way, [...others, ...own]) * 10_000 + lengthOf(way) + way.length * 12;
  return ways.reduce((best, way) => (cost(way) < cost(best) ? way : best), below);
};
