import type { Point } from "./box.ts";

const towards = (at: Point, other: Point, length: number): Point => {
  const distance = Math.hypot(other.x - at.x, other.y - at.y);
  const part = distance === 0 ? 0 : length / distance;
  return { x: at.x + (other.x - at.x) * part, y: at.y + (other.y - at.y) * part };
};

const corner = (before: Point, at: Point, after: Point, radius: number): string => {
  const room = Math.min(Math.hypot(before.x - at.x, before.y - at.y), Math.hypot(after.x - at.x, after.y - at.y)) / 2;
  const into = towards(at, before, Math.min(radius, room));
  const out = towards(at, after, Math.min(radius, room));
  return `L${into.x},${into.y}Q${at.x},${at.y} ${out.x},${out.y}`;
};

/** An SVG path along the points with rounded corners. Points on top of each other count once. */
export const roundedPath = (points: readonly Point[], radius: number): string => {
  const path = points.filter(
    (point, index) => index === 0 || point.x !== points[index - 1]?.x || point.y !== points[index - 1]?.y,
  );
  const first = path[0];
  const last = path.at(-1);
  if (!first || !last) return "";
  const bends = path.slice(1, -1).map((at, index) => corner(path[index] ?? at, at, path[index + 2] ?? at, radius));
  return `M${first.x},${first.y}${bends.join("")}L${last.x},${last.y}`;
};

/** The middle of the longest level stretch (of the longest stretch when none is level): where a label stands best. */
export const labelPoint = (points: readonly Point[]): Point => {
  let best: { length: number; point: Point } = { length: -1, point: points[0] ?? { x: 0, y: 0 } };
  for (let index = 1; index < points.length; index += 1) {
    const [from, to] = [points[index - 1], points[index]];
    if (!from || !to) continue;
    const level = from.y === to.y;
    const length = Math.abs(from.x - to.x) + (level ? 0 : Math.abs(from.y - to.y) / 4);
    if (length > best.length) best = { length, point: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 } };
  }
  return best.point;
};
