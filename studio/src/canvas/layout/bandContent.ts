import type { Edge, Move, NodeOf, ProcessDefinition, Step } from "@sluice/process";
import { stepsOf } from "../model/elements.ts";
import { type Box, middleOf, type Point, rightOf } from "./box.ts";
import { exitLabelsOf, exitsOf, exitX } from "./exits.ts";
import { measures } from "./measures.ts";
import { type Port, portsOf } from "./portsOf.ts";
import { rowPlaces } from "./rowPlaces.ts";
import { type BandRow, betweenRows, fallsBeside, roomBelow, rowsOf } from "./rowsOf.ts";
import { sizeOf } from "./sizeOf.ts";
import type { TidyBand } from "./tidiedBand.ts";

/** What stands in one band, from its corner, and how much room that takes. */
export interface BandContent {
  readonly stage: NodeOf<"stage">;
  readonly steps: readonly Step[];
  readonly boxes: ReadonlyMap<string, Box>;
  readonly rows: readonly BandRow[];
  readonly ports: readonly Port[];
  readonly right: number;
  readonly height: number;
}

const placesOf = (steps: readonly Step[], tidied: readonly TidyBand[]): Record<string, Point> => {
  const drawn = steps.some((step) => step.position);
  const known = drawn ? {} : (tidied[0]?.places ?? {});
  const rows = rowPlaces(steps, known);
  return Object.fromEntries(
    steps.map((step) => [step.id, step.position ?? known[step.id] ?? rows[step.id] ?? { x: 0, y: 0 }]),
  );
};

/** Where wires leave a band through its lower border: those that fall from their step beside all others. */
const borderCrossings = ({ boxes, rows }: Pick<BandContent, "boxes" | "rows">, leaving: readonly Edge[]): number[] => {
  const exits = exitsOf(leaving);
  return leaving.flatMap(({ id, from }) => {
    const box = boxes.get(from);
    if (box === undefined) return [];
    const at = { x: exitX(rightOf(box), exits.get(id)?.way ?? 0), y: middleOf(box).y };
    const others = [...boxes].flatMap(([other, each]) => (other === from ? [] : [each]));
    const row = rows.findIndex(({ ids }) => ids.has(from));
    return fallsBeside(rows, row, at, others) ? [at.x] : [];
  });
};

const heightOf = (
  { steps, boxes, ports }: Pick<BandContent, "steps" | "boxes" | "ports">,
  below: (step: Step) => number,
) => {
  const { top, bottom, emptyHeight } = measures.band;
  const floors = steps.map((step) => {
    const { y, height } = boxes.get(step.id) ?? { y: top, height: 0 };
    return Math.max(y + measures.row, y + height + below(step));
  });
  const content = steps.length === 0 ? emptyHeight : Math.max(top + measures.row, ...floors) + bottom;
  return Math.round(content + (ports.length > 0 ? measures.portRoom - (steps.length === 0 ? 8 : 0) : 0));
};

/** Puts the steps of a stage where they were put, else where ELK put them, and its moves on the border. */
export const bandContentOf = (
  definition: ProcessDefinition,
  stage: NodeOf<"stage">,
  tidied: readonly TidyBand[],
  label: (move: Move) => string,
): BandContent => {
  const steps = stepsOf(definition, stage.id);
  const places = placesOf(steps, tidied);
  const boxes = new Map(
    steps.map((step) => [step.id, { ...sizeOf(step), ...(places[step.id] ?? { x: 0, y: 0 }) }] as const),
  );
  const leaving = definition.edges.filter((edge) => boxes.has(edge.from) && !boxes.has(edge.to));
  const turning = [...leaving, ...betweenRows(rowsOf(steps, boxes, leaving), definition.edges)];
  const labels = exitLabelsOf(turning);
  const rows = rowsOf(steps, boxes, turning);
  const ports = portsOf(stage, label, borderCrossings({ boxes, rows }, leaving));
  const lastPort = ports.at(-1);
  const rights = rows.map(({ right }) => right + measures.band.right);
  return {
    stage,
    steps,
    boxes,
    rows,
    ports,
    right: Math.max(measures.band.least, lastPort ? lastPort.x + lastPort.width + 20 : 0, ...rights),
    height: heightOf({ steps, boxes, ports }, (step) => {
      const count = labels.get(step.id) ?? 0;
      return roomBelow(step, count) - (count > 0 ? 12 : 0);
    }),
  };
};
