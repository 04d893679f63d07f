import type { NodeOf, ProcessDefinition } from "@sluice/process";
import { stageIdOf } from "../model/elements.ts";
import { bottomOf, type Box, middleOf, type Point, rightOf } from "./box.ts";
import { type Exit, exitsOf, exitX } from "./exits.ts";
import { crossingsOf, tracksUnder } from "./gapsOf.ts";
import type { DrawnBand, Layout } from "./layoutOf.ts";
import { measures } from "./measures.ts";
import { routeSteps } from "./routeSteps.ts";
import type { TidyBand } from "./tidyBand.ts";

/** A wire as it is drawn, and where its label stands when it does not stand on the longest stretch. */
export interface Route {
  readonly points: readonly Point[];
  readonly labelAt?: Point & Pick<Exit, "side">;
}

interface Field {
  readonly layout: Layout;
  readonly bandOf: ReadonlyMap<string, DrawnBand>;
  readonly tracks: readonly (readonly string[])[];
  readonly lanes: { readonly left: readonly string[]; readonly right: readonly string[] };
}

const half = measures.columnGap / 2;

/** The height of a target's track in the gap under a band (above the first band: index -1). */
const trackY = ({ layout, tracks }: Field, index: number, target: string): number => {
  const band = layout.bands[index];
  if (!band) return -measures.gap / 2;
  const under = tracks[index] ?? [];
  const at = under.indexOf(target);
  const fromBelow = at < 0 ? 0 : under.length - 1 - at;
  return bottomOf(band.box) + band.gapBelow - measures.gap / 2 - fromBelow * measures.track;
};

/** Where wires enter a stage: on its left border at the height of the entry step, on the right border at its title. */
export const stageDoor = (layout: Layout, stage: NodeOf<"stage">, side: "left" | "right"): Point => {
  const box = layout.boxes.get(stage.id) ?? { x: 0, y: 0, width: 0, height: 0 };
  const entry = stage.entry === undefined ? undefined : layout.boxes.get(stage.entry);
  const y = side === "left" && entry ? middleOf(entry).y : box.y + 22;
  return { x: side === "left" ? box.x : rightOf(box), y };
};

/** From a point that left its band, through the gaps and lanes, to a stage's border or a step of another band. */
const approach = (field: Field, at: Point, fromIndex: number, target: string): Point[] => {
  const { layout, bandOf, lanes } = field;
  const band = bandOf.get(target);
  if (!band) return [];
  const goesUp = band.index <= fromIndex;
  const isNext = band.index === fromIndex + 1;
  const side = goesUp ? "right" : "left";
  const under = trackY(field, fromIndex, target);
  const laneAt = Math.max(0, lanes[side].indexOf(target));
  const lane = goesUp
    ? layout.right + measures.laneLeft + laneAt * measures.lane
    : -measures.laneLeft - (isNext ? 0 : (laneAt + 1) * measures.lane);
  if (band.stage.id === target) {
    const door = stageDoor(layout, band.stage, side);
    return [{ x: at.x, y: under }, { x: lane, y: under }, { x: lane, y: door.y }, door];
  }
  const box = layout.boxes.get(target);
  if (!box) return [];
  const end = { x: box.x, y: middleOf(box).y };
  const last = { x: end.x - half - 1, y: end.y };
  const above = trackY(field, band.index - 1, target);
  const detour = isNext
    ? []
    : [
        { x: lane, y: under },
        { x: lane, y: above },
      ];
  return [{ x: at.x, y: under }, ...detour, { x: last.x, y: isNext ? under : above }, last, end];
};

/** Beside the step it leaves; under a diamond's name, where other wires leave level, at the foot of the band. */
const labelY = (band: DrawnBand, from: Box, row: number): number => {
  const { first, next } = measures.exitLabel;
  return from.width === measures.diamond.width
    ? Math.max(middleOf(from).y + first, bottomOf(band.box) - 30) - row * next
    : middleOf(from).y + first + row * next;
};

const onlyExit: Exit = { way: 0, row: 0, side: "middle" };

const edgeRoute = (field: Field, fromId: string, toId: string, exit: Exit): Route => {
  const from = field.layout.boxes.get(fromId);
  if (!from) return { points: [] };
  const band = field.bandOf.get(fromId);
  const start = { x: rightOf(from), y: middleOf(from).y };
  const out = { x: exitX(start.x, exit.way), y: start.y };
  if (!band) return { points: [start, out, ...fromAbove(field, out, toId)] };
  return {
    points: [start, out, ...approach(field, out, band.index, toId)],
    labelAt: { x: out.x, y: labelY(band, from, exit.row), side: exit.side },
  };
};

/** A start lies above the first band: straight down to the border of one that rests, else by the gap to the step it enters. */
const fromAbove = (field: Field, at: Point, target: string): Point[] => {
  const band = field.bandOf.get(target);
  if (!band || band.index > 0) return approach(field, at, -1, target);
  if (band.stage.id !== target || band.stage.entry !== undefined) return approach(field, at, -1, target);
  return [{ x: at.x, y: band.box.y }];
};

const moveRoute = (field: Field, band: DrawnBand, moveId: string, toId: string): Route => {
  const port = band.ports.find((candidate) => candidate.move.id === moveId);
  if (!port) return { points: [] };
  const border = bottomOf(band.box);
  const x = port.x + port.width / 2;
  const target = field.layout.boxes.get(toId);
  const staysInside = field.bandOf.get(toId)?.index === band.index && toId !== band.stage.id;
  if (staysInside && target) {
    const end: Point = { x: target.x, y: middleOf(target).y };
    const rail = border - measures.port.height / 2 - 9;
    return {
      points: [
        { x, y: border - measures.port.height / 2 },
        { x, y: rail },
        { x: end.x - half - 1, y: rail },
        { x: end.x - half - 1, y: end.y },
        end,
      ],
    };
  }
  const start = { x, y: border + measures.port.height / 2 };
  return { points: [start, ...approach(field, start, band.index, toId)] };
};

const near = (one: Point | undefined, other: Point): boolean =>
  one !== undefined && Math.abs(one.x - other.x) < 1.5 && Math.abs(one.y - other.y) < 1.5;

/** A route ELK drew holds as long as both ends stand where it saw them. */
const tidyRoute = (
  tidied: readonly TidyBand[],
  edgeId: string,
  corner: Box,
  from: Box,
  to: Box,
): readonly Point[] | null => {
  for (const tidy of tidied) {
    const route = tidy.routes[edgeId];
    const points = route?.map((point) => ({ x: point.x + corner.x, y: point.y + corner.y }));
    if (!points || points.length < 2) continue;
    if (
      near(points[0], { x: rightOf(from), y: middleOf(from).y }) &&
      near(points.at(-1), { x: to.x, y: middleOf(to).y })
    )
      return points;
  }
  return null;
};

/** The drawn route of every wire and every move, by its id. */
export const routesOf = (
  definition: ProcessDefinition,
  layout: Layout,
  tidied: Readonly<Record<string, readonly TidyBand[]>>,
): ReadonlyMap<string, Route> => {
  const stages = layout.bands.map((band) => band.stage);
  const crossings = crossingsOf(definition, stages);
  const byStage = new Map(layout.bands.map((band) => [band.stage.id, band]));
  const bandOf = new Map(
    definition.nodes.flatMap((node) => {
      const band = byStage.get(stageIdOf(node) ?? "");
      return band ? [[node.id, band] as const] : [];
    }),
  );
  const far = crossings.filter((crossing) => crossing.to !== crossing.from + 1);
  const field: Field = {
    layout,
    bandOf,
    tracks: layout.bands.map((_band, index) => tracksUnder(crossings, index)),
    lanes: {
      left: [...new Set(far.filter(({ from, to }) => to > from).map(({ target }) => target))],
      right: [...new Set(far.filter(({ from, to }) => to <= from).map(({ target }) => target))],
    },
  };
  const routes = new Map<string, Route>();
  const leaves = (from: string, to: string): boolean =>
    bandOf.get(from) !== bandOf.get(to) || to === bandOf.get(from)?.stage.id;
  const exits = exitsOf(definition.edges.filter((edge) => leaves(edge.from, edge.to)));
  for (const edge of definition.edges) {
    const [from, to] = [layout.boxes.get(edge.from), layout.boxes.get(edge.to)];
    const [band, toBand] = [bandOf.get(edge.from), bandOf.get(edge.to)];
    if (!from || !to) continue;
    if (band && band === toBand && edge.to !== band.stage.id) {
      const tidy = tidyRoute(tidied[band.stage.id] ?? [], edge.id, band.box, from, to);
      routes.set(edge.id, { points: tidy ?? routeSteps(from, to, bottomOf(band.box) - 12) });
    } else {
      routes.set(edge.id, edgeRoute(field, edge.from, edge.to, exits.get(edge.id) ?? onlyExit));
    }
  }
  for (const band of layout.bands)
    for (const { move } of band.ports) routes.set(move.id, moveRoute(field, band, move.id, move.to));
  return routes;
};
