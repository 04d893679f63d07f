import type { Edge, Step } from "@sluice/process";
import { bottomOf, type Box, type Point, rightOf } from "./box.ts";
import { fallsClear } from "./clearOf.ts";
import { exitLabelsOf, exitRoom } from "./exits.ts";
import { measures } from "./measures.ts";
import { nameBelow, sizeOf } from "./sizeOf.ts";

/** The steps of a band that stand beside each other, and the room they take with all that hangs below and beside them. */
export interface BandRow {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly ids: ReadonlySet<string>;
}

/** Where the middle of a label on a wire that leaves the band stands, from the middle of the step it leaves. */
export const exitLabelY = ({ height }: Pick<Box, "height">, row: number): number => {
  const { first, firstOfDiamond, next } = measures.exitLabel;
  return (height === measures.diamond.height ? firstOfDiamond : first) + row * next;
};

/** The room below a step for its name and for the labels of the wires that leave its band, `labels` of them below each other. */
export const roomBelow = (step: Step, labels: number): number => {
  const { height } = sizeOf(step);
  return labels === 0 ? nameBelow(step) : exitLabelY({ height }, labels - 1) - height / 2 + 12;
};

/** The rows of a band from above: steps whose heights overlap, with their labels, stand in one. */
export const rowsOf = (
  steps: readonly Step[],
  boxes: ReadonlyMap<string, Box>,
  leaving: readonly Edge[],
): BandRow[] => {
  const labels = exitLabelsOf(leaving);
  const standing = steps
    .flatMap((step) => {
      const box = boxes.get(step.id);
      const count = labels.get(step.id) ?? 0;
      if (box === undefined) return [];
      const bottom = bottomOf(box) + roomBelow(step, count);
      const right = rightOf(box) + exitRoom(leaving, step.id);
      return [{ id: step.id, top: box.y, left: box.x, bottom, right }];
    })
    .sort((one, other) => one.top - other.top);
  const rows: (Omit<BandRow, "ids"> & { readonly ids: Set<string> })[] = [];
  for (const { id, top, bottom, left, right } of standing) {
    const last = rows.at(-1);
    if (last === undefined || top >= last.bottom) rows.push({ top, bottom, left, right, ids: new Set([id]) });
    else {
      last.ids.add(id);
      rows[rows.length - 1] = {
        ...last,
        bottom: Math.max(last.bottom, bottom),
        left: Math.min(last.left, left),
        right: Math.max(last.right, right),
      };
    }
  }
  return rows;
};

/** The wires between steps of different rows. */
export const betweenRows = (rows: readonly BandRow[], edges: readonly Edge[]): Edge[] => {
  const rowOf = new Map(rows.flatMap(({ ids }, row) => [...ids].map((id) => [id, row] as const)));
  return edges.filter(({ from, to }) => rowOf.has(from) && rowOf.has(to) && rowOf.get(from) !== rowOf.get(to));
};

/** Whether a wire that turns down at a point of a row reaches the foot of the band beside all that stands below it. */
export const fallsBeside = (rows: readonly BandRow[], row: number, at: Point, others: readonly Box[]): boolean =>
  rows
    .slice(row + 1)
    .every(({ left, right }) => at.x < left - measures.columnGap || at.x > right + measures.columnGap) &&
  fallsClear(at, Infinity, others);
