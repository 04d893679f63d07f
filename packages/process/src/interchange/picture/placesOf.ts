import type { Move } from "../../definition/move.ts";
import type { Node, NodeOf, Step } from "../../definition/node.ts";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { widthOf } from "./textFit.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Port extends Box {
  readonly move: Move;
  readonly stage: NodeOf<"stage">;
}

/** Where everything lies, in pixels; the bands begin at 0, 0. */
export interface Places {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly ports: readonly Port[];
  readonly width: number;
  readonly height: number;
}

const CARD = { width: 200, height: 56 };
const SMALL = { width: 46, height: 46 };
const BAND = { left: 46, top: 48, right: 60, bottom: 24, empty: 48, gap: 46, least: 640 };
const CELL = { x: 256, y: 88 };
const PORT = { height: 24, gap: 10, left: 46, text: 12, most: 180 };

const GATEWAYS: ReadonlySet<Node["kind"]> = new Set(["branch", "parallel", "join", "race"]);

/** Whether a step is drawn as a diamond with its name below. */
export const isDiamond = ({ kind }: Node): boolean => GATEWAYS.has(kind);

const sizeOf = (node: Node) => (isDiamond(node) ? SMALL : CARD);

/** The stages in the order of their bands. */
export const stagesIn = ({ nodes }: ProcessDefinition): readonly NodeOf<"stage">[] =>
  nodes.filter((node) => node.kind === "stage").toSorted((one, other) => one.order - other.order);

const stepsIn = ({ nodes }: ProcessDefinition, stage: string): readonly Step[] =>
  nodes.filter((node): node is Step => node.kind !== "stage" && node.kind !== "start" && node.stage === stage);

/** How many steps each one lies behind the first of its stage; what lies on a circle is counted once. */
const ranksOf = (definition: ProcessDefinition, steps: readonly Step[], entry: string | undefined) => {
  const inside = new Set(steps.map(({ id }) => id));
  const wires = definition.edges.filter(({ from, to }) => inside.has(from) && inside.has(to));
  const waiting = new Set(wires.map(({ to }) => to));
  const first = steps.filter(({ id }) => id === entry || !waiting.has(id));
  const ranks = new Map<string, number>();
  for (const { id } of [...first, ...steps]) {
    if (ranks.has(id)) continue;
    ranks.set(id, 0);
    const open = [id];
    for (let at = open.shift(); at !== undefined; at = open.shift())
      for (const { to } of wires.filter(({ from }) => from === at)) {
        if (ranks.has(to)) continue;
        ranks.set(to, (ranks.get(at) ?? 0) + 1);
        open.push(to);
      }
  }
  return ranks;
};

const placesInside = (definition: ProcessDefinition, stage: NodeOf<"stage">): ReadonlyMap<string, Box> => {
  const steps = stepsIn(definition, stage.id);
  const ranks = ranksOf(definition, steps, stage.entry);
  const rows = new Map<number, number>();
  return new Map(
    steps.map((step) => {
      const size = sizeOf(step);
      if (step.position) {
        const [x, y] = [Math.max(8, step.position.x), Math.max(BAND.top, step.position.y)];
        return [step.id, { x, y, ...size }];
      }
      const rank = ranks.get(step.id) ?? 0;
      const row = rows.get(rank) ?? 0;
      rows.set(rank, row + 1);
      const y = BAND.top + row * CELL.y + (CARD.height - size.height) / 2;
      return [step.id, { x: BAND.left + rank * CELL.x, y, ...size }];
    }),
  );
};

const portsOf = (stage: NodeOf<"stage">, name: (move: Move) => string, border: number): readonly Port[] => {
  let x = PORT.left;
  return stage.moves.map((move) => {
    const width = Math.round(Math.min(PORT.most, widthOf(name(move), PORT.text) + 26));
    const port = { move, stage, x, y: border - PORT.height / 2, width, height: PORT.height };
    x += width + PORT.gap;
    return port;
  });
};

/** Lays a definition out: bands below one another, steps where they were put, else in a row by how far they lie from the first. */
export const placesOf = (definition: ProcessDefinition, name: (move: Move) => string): Places => {
  const boxes = new Map<string, Box>();
  const ports: Port[] = [];
  let y = 0;
  const drawn = stagesIn(definition).map((stage) => {
    const inside = placesInside(definition, stage);
    const bottom = Math.max(0, ...[...inside.values()].map((box) => box.y + box.height + 36));
    const height = Math.max(BAND.empty, bottom + BAND.bottom) + (stage.moves.length > 0 ? 14 : 0);
    const own = portsOf(stage, name, y + height);
    for (const [id, box] of inside) boxes.set(id, { ...box, y: box.y + y });
    ports.push(...own);
    const right = Math.max(
      ...[...inside.values()].map((box) => box.x + box.width + BAND.right),
      ...own.map((port) => port.x + port.width + 20),
      BAND.least,
    );
    const top = y;
    y += height + BAND.gap;
    return { stage, top, height, right };
  });
  const width = Math.max(BAND.least, ...drawn.map(({ right }) => right));
  for (const { stage, top, height } of drawn) boxes.set(stage.id, { x: 0, y: top, width, height });
  const start = definition.nodes.find(({ kind }) => kind === "start");
  if (start) boxes.set(start.id, { x: BAND.left, y: -74, width: 180, height: 36 });
  return { boxes, ports, width, height: Math.max(0, y - BAND.gap) };
};
