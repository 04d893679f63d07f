import { grouped } from "../grouped.ts";
import type { Drawing, Flow, Shape } from "./drawing.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const CELL = { x: 190, y: 120 } as const;
const MARGIN = { left: 130, top: 60, right: 90, bottom: 70 } as const;

const sizeOf = ({ element }: Shape): { readonly width: number; readonly height: number } =>
  element.endsWith("Event")
    ? { width: 36, height: 36 }
    : element.endsWith("Gateway")
      ? { width: 50, height: 50 }
      : { width: 140, height: 80 };

/** How far each shape lies from where its stage begins; what lies on a circle is counted once. */
const ranksOf = (shapes: readonly Shape[], flows: readonly Flow[]): ReadonlyMap<string, number> => {
  const host = (id: string, by: ReadonlyMap<string, Shape>): string => by.get(id)?.on ?? id;
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  const next = grouped(flows, ({ from }) => host(from, byId));
  const waiting = new Map<string, number>();
  for (const { to } of flows) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const ranks = new Map<string, number>();
  const order = shapes.filter((it) => it.on === undefined);
  const begin = [...order.filter(({ id }) => !waiting.has(id)), ...order];
  for (const { id } of begin) {
    if (ranks.has(id)) continue;
    ranks.set(id, 0);
    const open = [id];
    for (let at = open.shift(); at !== undefined; at = open.shift())
      for (const { to } of next.get(at) ?? []) {
        if (ranks.has(to)) continue;
        ranks.set(to, (ranks.get(at) ?? 0) + 1);
        open.push(to);
      }
  }
  return ranks;
};

/** The places of the shapes of one stage, from its corner: those drawn by hand where they are, what belongs to them beside them. */
const placesInside = (shapes: readonly Shape[], flows: readonly Flow[]): ReadonlyMap<string, Box> => {
  const ranks = ranksOf(shapes, flows);
  const rows = new Map<number, number>();
  const boxes = new Map<string, Box>();
  const besides = new Map<string, number>();
  for (const shape of shapes) {
    if (shape.on !== undefined) continue;
    const size = sizeOf(shape);
    if (shape.at) boxes.set(shape.id, { x: shape.at.x + MARGIN.left, y: shape.at.y + MARGIN.top, ...size });
  }
  for (const shape of shapes) {
    if (shape.on !== undefined || shape.at) continue;
    const size = sizeOf(shape);
    const near = shape.beside && boxes.get(shape.beside.id);
    if (shape.beside && near) {
      const key = `${shape.beside.id} ${shape.beside.side}`;
      const row = besides.get(key) ?? 0;
      besides.set(key, row + 1);
      const x = shape.beside.side === "after" ? near.x + near.width + 20 : near.x - size.width - 20;
      boxes.set(shape.id, { x, y: near.y + (near.height - size.height) / 2 + row * 60, ...size });
      continue;
    }
    const rank = ranks.get(shape.id) ?? 0;
    const row = rows.get(rank) ?? 0;
    rows.set(rank, row + 1);
    boxes.set(shape.id, {
      x: MARGIN.left + rank * CELL.x,
      y: MARGIN.top + row * CELL.y + (80 - size.height) / 2,
      ...size,
    });
  }
  return boxes;
};

const moved = (box: Box, x: number, y: number): Box => ({ ...box, x: box.x + x, y: box.y + y });

/** Where everything lies: stages below one another, their steps inside them, events on the borders. The same for the same drawing. */
export const placesOf = ({ shapes, flows }: Drawing): ReadonlyMap<string, Box> => {
  const all = [...shapes.values()];
  const inside = grouped(
    all.filter(({ of }) => of !== null),
    ({ of }) => of as string,
  );
  const flowsOf = grouped(flows, ({ of }) => of);
  const places = new Map<string, Box>();
  let top = 60;
  for (const stage of all.filter(({ element }) => element === "subProcess")) {
    const own = placesInside(inside.get(stage.id) ?? [], flowsOf.get(stage.id) ?? []);
    const borders = all.filter(({ on }) => on === stage.id).length;
    const right = Math.max(400, borders * 60 + 80, ...[...own.values()].map((it) => it.x + it.width + MARGIN.right));
    const bottom = Math.max(160, ...[...own.values()].map((it) => it.y + it.height + MARGIN.bottom));
    const least = {
      x: Math.min(0, ...[...own.values()].map((it) => it.x - 40)),
      y: Math.min(0, ...[...own.values()].map((it) => it.y - 40)),
    };
    const box: Box = { x: 200, y: top, width: Math.round(right - least.x), height: Math.round(bottom - least.y) };
    places.set(stage.id, box);
    for (const [id, at] of own) places.set(id, moved(at, box.x - least.x, box.y - least.y));
    top += box.height + 90;
  }
  for (const shape of all.filter((it) => it.of === null && it.on === undefined && !places.has(it.id))) {
    const neighbour = flows.find(({ from, to }) => from === shape.id || to === shape.id);
    const other = neighbour && places.get(neighbour.from === shape.id ? neighbour.to : neighbour.from);
    const middle = other ? other.y + other.height / 2 - 18 : 60;
    places.set(shape.id, {
      x: shape.element === "startEvent" || !other ? 80 : other.x + other.width + 60,
      y: middle,
      ...sizeOf(shape),
    });
  }
  for (const [host, events] of grouped(
    all.filter(({ on }) => on !== undefined),
    ({ on }) => on as string,
  )) {
    const box = places.get(host);
    if (!box) continue;
    const gap = Math.min(60, (box.width - 20) / events.length);
    for (const [index, { id }] of events.entries())
      places.set(id, { x: box.x + 10 + index * gap, y: box.y + box.height - 18, width: 36, height: 36 });
  }
  return places;
};
