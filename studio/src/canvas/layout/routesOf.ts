import type { ProcessDefinition } from "@sluice/process";
import { stageIdOf } from "../model/elements.ts";
import { bandFieldOf, channelY, floorOf, othersThan, rowOf } from "./bandField.ts";
import { bottomOf, type Box, middleOf, type Point, rightOf } from "./box.ts";
import { hitsOf } from "./clearOf.ts";
import { type Exit, exitsOf, exitX } from "./exits.ts";
import { approach, type Field, goesRight, intoStep } from "./field.ts";
import { crossingsOf, tracksUnder } from "./gapsOf.ts";
import type { DrawnBand, Layout } from "./layoutOf.ts";
import { measures } from "./measures.ts";
import { routeSteps } from "./routeSteps.ts";
import { betweenRows, exitLabelY, fallsBeside } from "./rowsOf.ts";
import type { TidyBand } from "./tidiedBand.ts";

/** A wire as it is drawn, and where its label stands when it does not stand on the longest stretch. */
export interface Route {
  readonly points: readonly Point[];
  readonly labelAt?: Point & Pick<Exit, "side">;
}

const onlyExit: Exit = { way: 0, row: 0, side: "middle" };

const edgeRoute = (field: Field, fromId: string, toId: string, exit: Exit): Route => {
  const from = field.layout.boxes.get(fromId);
  if (!from) return { points: [] };
  const band = field.bandOf.get(fromId);
  const inner = field.fields.get(band?.stage.id ?? "");
  const start = { x: rightOf(from), y: middleOf(from).y };
  const out = { x: exitX(start.x, exit.way), y: start.y };
  if (!band || !inner) return { points: [start, out, ...fromAbove(field, out, toId)] };
  const row = rowOf(inner, fromId);
  const isClear = fallsBeside(band.rows, row, out, othersThan(inner, fromId));
  const leavesAt = isClear ? undefined : channelY(inner, row, toId);
  return {
    points: [start, out, ...approach(field, out, band.index, toId, leavesAt)],
    labelAt: { x: out.x, y: start.y + exitLabelY(from, exit.row), side: exit.side },
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
  const inner = field.fields.get(band.stage.id);
  if (field.bandOf.get(toId)?.index === band.index && toId !== band.stage.id && inner) {
    const rail = border - measures.port.height / 2 - 9;
    return { points: [{ x, y: border - measures.port.height / 2 }, { x, y: rail }, ...intoStep(inner, toId, rail)] };
  }
  const start = { x, y: border + measures.port.height / 2 };
  return { points: [start, ...approach(field, start, band.index, toId)] };
};

const near = (one: Point | undefined, other: Point): boolean =>
  one !== undefined && Math.abs(one.x - other.x) < 1.5 && Math.abs(one.y - other.y) < 1.5;

interface Ends {
  readonly corner: Box;
  readonly from: Box;
  readonly to: Box;
  readonly others: readonly Box[];
}

/** A route ELK drew holds as long as both ends stand to each other as it saw them, and nothing has come to stand in its way. */
const tidyRoute = (
  tidied: readonly TidyBand[],
  edgeId: string,
  { corner, from, to, others }: Ends,
): readonly Point[] | null => {
  const [start, end] = [
    { x: rightOf(from), y: middleOf(from).y },
    { x: to.x, y: middleOf(to).y },
  ];
  for (const { routes } of tidied) {
    const [first, ...more] = routes[edgeId] ?? [];
    const last = more.at(-1);
    if (first === undefined || last === undefined) continue;
    const by = { x: start.x - first.x, y: start.y - first.y };
    const isWhereItWas = near({ x: corner.x, y: corner.y }, by);
    const points = [first, ...more].map(({ x, y }) => ({
      x: x + (isWhereItWas ? corner.x : by.x),
      y: y + (isWhereItWas ? corner.y : by.y),
    }));
    if (near(points.at(-1), end) && hitsOf(points, others) === 0) return points;
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
    fields: new Map(
      layout.bands.map((band) => [
        band.stage.id,
        bandFieldOf(definition, band, (target) => goesRight(bandOf, band, target)),
      ]),
    ),
    tracks: layout.bands.map((_band, index) => tracksUnder(crossings, index)),
    lanes: {
      left: [...new Set(far.filter(({ from, to }) => to > from).map(({ target }) => target))],
      right: [...new Set(far.filter(({ from, to }) => to <= from).map(({ target }) => target))],
    },
  };
  const routes = new Map<string, Route>();
  const leaves = (from: string, to: string): boolean =>
    bandOf.get(from) !== bandOf.get(to) || to === bandOf.get(from)?.stage.id;
  const turning = layout.bands.flatMap(({ rows }) => betweenRows(rows, definition.edges));
  const exits = exitsOf([...definition.edges.filter((edge) => leaves(edge.from, edge.to)), ...turning]);
  for (const edge of definition.edges) {
    const [from, to] = [layout.boxes.get(edge.from), layout.boxes.get(edge.to)];
    const [band, toBand] = [bandOf.get(edge.from), bandOf.get(edge.to)];
    if (!from || !to) continue;
    const inner = field.fields.get(band?.stage.id ?? "");
    if (band && inner && band === toBand && edge.to !== band.stage.id) {
      const others = othersThan(inner, edge.from, edge.to);
      const tidy = tidyRoute(tidied[band.stage.id] ?? [], edge.id, { corner: band.box, from, to, others });
      const floor = floorOf(band);
      const splits = definition.edges.some((other) => other.from === edge.from && other.id !== edge.id);
      const levels = band.rows.slice(0, -1).map((_row, row) => channelY(inner, row, edge.to));
      const exit = exits.get(edge.id);
      const outX = exit && exitX(rightOf(from), exit.way);
      const around = { floor, levels, others, splits, ...(outX !== undefined && { outX }) };
      const points = tidy ?? routeSteps(from, to, around);
      const turnsDown = exit !== undefined && points[1]?.x === outX && points[2]?.x === outX;
      const labelAt = turnsDown && {
        x: points[1]?.x ?? 0,
        y: middleOf(from).y + exitLabelY(from, exit.row),
        side: exit.side,
      };
      routes.set(edge.id, { points, ...(labelAt && { labelAt }) });
    } else {
      routes.set(edge.id, edgeRoute(field, edge.from, edge.to, exits.get(edge.id) ?? onlyExit));
    }
  }
  for (const band of layout.bands)
    for (const { move } of band.ports) routes.set(move.id, moveRoute(field, band, move.id, move.to));
  return routes;
};
