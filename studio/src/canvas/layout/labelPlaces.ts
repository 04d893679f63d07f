import { bottomOf, type Box, middleOf, type Point, rightOf } from "./box.ts";
import type { Exit } from "./exits.ts";
import type { Layout } from "./layoutOf.ts";
import { measures } from "./measures.ts";
import { labelPoint } from "./roundedPath.ts";
import type { Route } from "./routesOf.ts";
import { textWidth } from "./textWidth.ts";

/** Where a label stands on its wire. */
export type LabelPlace = Point & Pick<Exit, "side">;

const { height, padding, most } = measures.label;

/** The room a label takes where it stands. */
export const labelBox = ({ x, y, side }: LabelPlace, text: string): Box => {
  const width = Math.min(most, textWidth(text) + padding);
  const left = side === "left" ? x + 6 - width : side === "right" ? x - 6 : x - width / 2;
  return { x: left, y: y - height / 2, width, height };
};

const overlap = (one: Box, other: Box): number =>
  Math.max(0, Math.min(rightOf(one), rightOf(other)) - Math.max(one.x, other.x)) *
  Math.max(0, Math.min(bottomOf(one), bottomOf(other)) - Math.max(one.y, other.y));

const shares = [0.5, 0.35, 0.65, 0.2, 0.8] as const;

/** Where a label may stand, best first: where its route wants it, further down there, then along the other stretches. */
const candidatesOf = ({ points, labelAt }: Route, width: number): LabelPlace[] => {
  const first: LabelPlace = labelAt ?? { ...labelPoint(points), side: "middle" };
  const falls = points.find((point, index) => index > 0 && point.x === first.x && points[index - 1]?.x === first.x);
  const down: LabelPlace[] = [];
  for (let y = first.y + 6; labelAt && falls && y <= falls.y - 6; y += 6) down.push({ ...first, y });
  const along = points.flatMap((to, index) => {
    const from = points[index - 1];
    if (from === undefined) return [];
    const isLevel = from.y === to.y;
    if (isLevel && Math.abs(from.x - to.x) < width + 8) return [];
    return shares.map((share): LabelPlace => ({
      x: from.x + (to.x - from.x) * share,
      y: from.y + (to.y - from.y) * share,
      side: "middle",
    }));
  });
  return [first, ...down, ...along];
};

/** What labels must not cover: steps, the names below them, and the ports on the bands' borders. */
export const standingIn = ({ bands, boxes }: Layout, names: ReadonlyMap<string, string>): Box[] => [
  ...[...boxes].flatMap(([id, box]) => (bands.some(({ stage }) => stage.id === id) ? [] : [box])),
  ...[...names].flatMap(([id, name]) => {
    const box = boxes.get(id);
    const width = textWidth(name) + 4;
    return box ? [{ x: middleOf(box).x - width / 2, y: bottomOf(box), width, height: measures.labelBelow }] : [];
  }),
  ...bands.flatMap(({ box, ports }) =>
    ports.map(({ x, width }) => ({
      x,
      width,
      y: bottomOf(box) - measures.port.height / 2,
      height: measures.port.height,
    })),
  ),
];

/**
 * Where the label of each wire stands: on its wire, apart from steps, their names, ports and the other labels wherever its wire
 * has such a place. `names` are the names that stand below their step.
 */
export const labelPlaces = (
  { layout, routes }: { readonly layout: Layout; readonly routes: ReadonlyMap<string, Route> },
  labels: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, LabelPlace> => {
  const standing = standingIn(layout, names);
  const placed = new Map<string, LabelPlace>();
  const fixedFirst = [...labels].sort(
    ([one], [other]) =>
      Number(routes.get(one)?.labelAt !== undefined) - Number(routes.get(other)?.labelAt !== undefined),
  );
  for (const [id, text] of fixedFirst) {
    const route = routes.get(id);
    if (text === "" || route === undefined || route.points.length < 2) continue;
    let best: { readonly place: LabelPlace; readonly covered: number } | null = null;
    for (const place of candidatesOf(route, labelBox({ x: 0, y: 0, side: "middle" }, text).width)) {
      const box = labelBox(place, text);
      const covered = standing.reduce((sum, other) => sum + overlap(box, other), 0);
      if (best === null || covered < best.covered) best = { place, covered };
      if (covered === 0) break;
    }
    if (best === null) continue;
    placed.set(id, best.place);
    standing.push(labelBox(best.place, text));
  }
  return placed;
};
