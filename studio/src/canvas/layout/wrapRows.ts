import type { Edge, Step } from "@sluice/process";
import type { BandShape } from "./bandShape.ts";
import type { Point } from "./box.ts";
import { exitLabelsOf, exitRoom } from "./exits.ts";
import { measures } from "./measures.ts";
import { roomBelow } from "./rowsOf.ts";
import { sizeOf } from "./sizeOf.ts";
import type { TidyBand } from "./tidiedBand.ts";

interface Column {
  left: number;
  right: number;
  /** With the labels of what leaves the band. */
  reach: number;
  readonly ids: string[];
}

/** Steps above each other, from the left: between two columns nothing stands. */
const columnsOf = ({ steps, leaving }: BandShape, places: Readonly<Record<string, Point>>): Column[] => {
  const columns: Column[] = [];
  const left = (step: Step): number => places[step.id]?.x ?? 0;
  for (const step of [...steps].sort((one, other) => left(one) - left(other))) {
    const last = columns.at(-1);
    const right = left(step) + sizeOf(step).width;
    const reach = right + exitRoom(leaving, step.id);
    if (last === undefined || left(step) >= last.right)
      columns.push({ left: left(step), right, reach, ids: [step.id] });
    else {
      last.right = Math.max(last.right, right);
      last.reach = Math.max(last.reach, reach);
      last.ids.push(step.id);
    }
  }
  return columns;
};

/** How many wires cross the gap behind a column; null when they neither come from one step nor lead to one. */
const crossing = (edges: readonly Edge[], before: ReadonlySet<string>): number | null => {
  const onward = edges.filter(({ from, to }) => before.has(from) && !before.has(to));
  const back = edges.filter(({ from, to }) => !before.has(from) && before.has(to));
  const sources = new Set(onward.map(({ from }) => from)).size;
  const targets = new Set(onward.map(({ to }) => to)).size;
  return sources > 1 && targets > 1 ? null : onward.length + back.length;
};

/** The columns that begin a row. A row is cut where fewest wires cross, as far right as fits; never through a bundle of ways. */
const beginnings = (columns: readonly Column[], edges: readonly Edge[]): number[] => {
  const { wrap, left } = measures.band;
  const room = wrap - left;
  const starts = [0];
  for (let start = 0; start < columns.length;) {
    const from = columns[start]?.left ?? 0;
    if ((columns.at(-1)?.reach ?? 0) - from <= room) break;
    const before = new Set(columns.slice(0, start).flatMap(({ ids }) => ids));
    let best: { readonly at: number; readonly count: number } | null = null;
    for (let at = start + 1; at < columns.length; at += 1) {
      for (const id of columns[at - 1]?.ids ?? []) before.add(id);
      const width = (columns[at - 1]?.reach ?? 0) - from;
      if (width > room && best !== null) break;
      const count = width < room / 3 ? null : crossing(edges, before);
      if (count !== null && (best === null || count <= best.count)) best = { at, count };
    }
    if (best === null) break;
    starts.push(best.at);
    start = best.at;
  }
  return starts;
};

/** How many wires run side by side under a row: to each place one, but for what falls beside all rows below it. */
const tracksUnder = (row: readonly Column[], below: readonly Column[], { edges, leaving }: BandShape): number => {
  const [first] = below;
  const reach = first === undefined ? 0 : (below.at(-1)?.reach ?? 0) - first.left + (row[0]?.left ?? 0);
  const right = new Map(row.flatMap((column) => column.ids.map((id) => [id, column.right] as const)));
  const onward = edges.filter(({ from, to }) => right.has(from) && !right.has(to));
  const out = leaving.filter(({ from }) => (right.get(from) ?? Infinity) < reach + measures.columnGap);
  return new Set([...onward, ...out].map(({ to }) => to)).size;
};

/**
 * Breaks a band that is wider than a screen into rows below each other. Routes inside a row go along with it; wires from row to
 * row get theirs where they are drawn. A band that fits, or has no place to be cut, stays as it is.
 */
export const wrapRows = (tidy: TidyBand, shape: BandShape): TidyBand => {
  const { steps, edges, leaving } = shape;
  const columns = columnsOf(shape, tidy.places);
  const starts = beginnings(columns, edges);
  if (starts.length === 1) return tidy;
  const rowOf = new Map(
    columns.flatMap(({ ids }, at) => ids.map((id) => [id, starts.findLastIndex((start) => start <= at)])),
  );
  const labels = exitLabelsOf([...leaving, ...edges.filter(({ from, to }) => rowOf.get(from) !== rowOf.get(to))]);
  const byId = new Map(steps.map((step) => [step.id, step]));
  const places: Record<string, Point> = {};
  const routes: Record<string, readonly Point[]> = {};
  let top: number = measures.band.top;
  starts.forEach((start, index) => {
    const row = columns.slice(start, starts[index + 1]);
    const ids = new Set(row.flatMap((column) => column.ids));
    const inner = edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
    const drawn = inner.flatMap(({ id }) => tidy.routes[id] ?? []);
    const boxes = [...ids].flatMap((id) => {
      const [step, place] = [byId.get(id), tidy.places[id]];
      return step && place ? [{ step, ...place, ...sizeOf(step) }] : [];
    });
    const above = Math.min(...boxes.map(({ y }) => y), ...drawn.map(({ y }) => y));
    const by = { x: measures.band.left - (columns[start]?.left ?? 0), y: top - above };
    for (const { step, x, y } of boxes) places[step.id] = { x: x + by.x, y: y + by.y };
    for (const { id } of inner)
      routes[id] = (tidy.routes[id] ?? []).map((point) => ({ x: point.x + by.x, y: point.y + by.y }));
    const floors = boxes.map(({ step, y, height }) => y + height + roomBelow(step, labels.get(step.id) ?? 0));
    const floor = Math.max(...floors, ...drawn.map(({ y }) => y)) + by.y;
    top = Math.round(
      floor +
        measures.rowChannel +
        Math.max(0, tracksUnder(row, columns.slice(starts[index + 1] ?? columns.length), shape) - 1) * measures.track,
    );
  });
  return { ...tidy, places, routes };
};
