import type { Edge } from "@sluice/process";
import { bottomOf, type Box, middleOf, type Point, rightOf } from "./box.ts";
import { measures } from "./measures.ts";
import { gapFor } from "./pushRight.ts";
import type { BandRow } from "./rowsOf.ts";

export interface Standing {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly rows: readonly BandRow[];
  /** Where each step ends with its name and the labels below it. */
  readonly bottoms: ReadonlyMap<string, number>;
  /** The wires of the process, those of the new step included. */
  readonly edges: readonly Edge[];
}

const hasLabel = ({ on, name }: Edge): boolean => on.kind !== "next" || name !== undefined;

/** A place, and the row under which it opens a lane of its own, if it does. */
export interface Spot {
  readonly at: Point;
  readonly under?: number;
}

/** On the line of a step, from `x` on. */
const onLineOf = (box: Box, x: number, { height }: Pick<Box, "height">): Spot => ({
  at: { x, y: Math.round(middleOf(box).y - height / 2) },
});

/** Behind everything: at the end of the last row, or below it when it is full. */
const atTheEnd = ({ boxes, rows }: Standing, size: Pick<Box, "width" | "height">): Spot => {
  const row = rows.at(-1);
  const last = [...(row?.ids ?? [])]
    .flatMap((id) => boxes.get(id) ?? [])
    .reduce<Box | null>((far, box) => (far === null || rightOf(box) > rightOf(far) ? box : far), null);
  const { left, top, wrap } = measures.band;
  if (row === undefined || last === null) return { at: { x: left, y: top + (measures.row - size.height) / 2 } };
  const x = row.right + measures.columnGap;
  if (x + size.width <= wrap) return onLineOf(last, x, size);
  return { at: { x: left, y: row.bottom + measures.rowChannel + (measures.row - size.height) / 2 } };
};

/** Below whatever stands between two places of a row. */
const inLaneOfItsOwn = (
  { boxes, rows, bottoms }: Standing,
  source: { readonly id: string; readonly box: Box },
  to: { readonly x: number; readonly right: number },
): Spot => {
  const under = rows.findIndex(({ ids }) => ids.has(source.id));
  const between = [...(rows[under]?.ids ?? [])].filter((id) => {
    const box = boxes.get(id);
    return box && box.x < to.right && rightOf(box) > source.box.x;
  });
  const floor = Math.max(bottomOf(source.box), ...between.map((id) => bottoms.get(id) ?? 0));
  return { at: { x: to.x, y: Math.round(floor + measures.rowGap) }, under };
};

/**
 * Where a new step stands best, by its wires: behind the step that leads to it; before the one it leads to, when that way is its
 * own; in a lane of its own when other ways go on beside it. Without wires, behind everything.
 */
export const spotFor = (standing: Standing, id: string, size: Pick<Box, "width" | "height">): Spot => {
  const { boxes, edges } = standing;
  const into = edges.find((edge) => edge.to === id && boxes.has(edge.from)) ?? edges.find((edge) => edge.to === id);
  const onward = edges.find((edge) => edge.from === id && boxes.has(edge.to));
  const source = into && boxes.get(into.from);
  const target = onward && boxes.get(onward.to);
  if (!into || !source) return target ? onLineOf(target, target.x, size) : atTheEnd(standing, size);
  const x = rightOf(source) + gapFor(hasLabel(into));
  const isRightOf = (to: string): boolean => (boxes.get(to)?.x ?? -1) >= rightOf(source);
  const splits = edges.some((edge) => edge.from === into.from && edge.to !== id && isRightOf(edge.to));
  if (!splits) return onLineOf(source, x, size);
  const meets = edges.some((edge) => edge.to === onward?.to && edge.from !== id && boxes.has(edge.from));
  if (target && onward && isRightOf(onward.to) && !meets) return onLineOf(target, Math.max(x, target.x), size);
  const right = Math.max(x + size.width, target && onward && isRightOf(onward.to) ? target.x : 0);
  return inLaneOfItsOwn(standing, { id: into.from, box: source }, { x, right });
};

export const gapOf = (edge: Edge): number => gapFor(hasLabel(edge));
