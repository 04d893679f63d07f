import type { ProcessDefinition, Step } from "@sluice/process";
import { innerEdges } from "../layout/bandShape.ts";
import { bottomOf, type Box, type Point } from "../layout/box.ts";
import { exitLabelsOf } from "../layout/exits.ts";
import { measures } from "../layout/measures.ts";
import { pushRight } from "../layout/pushRight.ts";
import { type BandRow, betweenRows, roomBelow, rowsOf } from "../layout/rowsOf.ts";
import { nameBelow, sizeOf } from "../layout/sizeOf.ts";
import { gapOf, spotFor } from "../layout/spotFor.ts";
import type { Edit } from "./edited.ts";
import { findNode, isStep, stepsOf } from "./elements.ts";

/** A step with its name: what must not be covered. */
const takenBy = (step: Step, { x, y }: Point): Box => {
  const { width, height } = sizeOf(step);
  return { x, y, width, height: height + nameBelow(step) };
};

/**
 * The rows below a new lane go down until it is as far above them as its row was, all of them alike: rows stay rows, and the wires
 * between them keep their room.
 */
const pushDown = (
  boxes: ReadonlyMap<string, Box>,
  [row, ...lower]: readonly BandRow[],
  fresh: Box,
): ReadonlyMap<string, Box> => {
  const [next] = lower;
  if (row === undefined || next === undefined) return boxes;
  const below = new Set(lower.flatMap(({ ids }) => [...ids]));
  const by = Math.max(0, bottomOf(fresh) + Math.min(next.top - row.bottom, 3 * measures.rowChannel) - next.top);
  return new Map([...boxes].map(([id, box]) => [id, below.has(id) ? { ...box, y: box.y + by } : box]));
};

const standingOf = (definition: ProcessDefinition, stage: string, drawn: Readonly<Record<string, Point>>) => {
  const steps = stepsOf(definition, stage);
  const boxes = new Map(
    steps.flatMap((step) => {
      const place = drawn[step.id];
      return place ? [[step.id, { ...sizeOf(step), ...place }] as const] : [];
    }),
  );
  const leaving = definition.edges.filter((edge) => boxes.has(edge.from) && !boxes.has(edge.to));
  const turning = [...leaving, ...betweenRows(rowsOf(steps, boxes, leaving), definition.edges)];
  const labels = exitLabelsOf(turning);
  const bottoms = new Map(
    steps.flatMap((step) => {
      const box = boxes.get(step.id);
      return box ? [[step.id, bottomOf(box) + roomBelow(step, labels.get(step.id) ?? 0)] as const] : [];
    }),
  );
  return { steps, boxes, bottoms, rows: rowsOf(steps, boxes, turning) };
};

/**
 * Gives a step that was just added a place, and makes room for it: what lies behind it in its stage goes to the right and what
 * lies below goes down, only as far as needed. No other stage is touched. `drawn` are the places before it came, from the band's
 * corner; `at` is where it was dropped, if it was. A step that is alone in its stage is left to the layout.
 */
export const makeRoom =
  (id: string, drawn: Readonly<Record<string, Point>>, at?: Point): Edit =>
  (definition) => {
    const node = findNode(definition, id);
    if (node === null) return { definition };
    if (!isStep(node)) return { definition, select: [id] };
    const { steps, boxes, bottoms, rows } = standingOf(definition, node.stage, drawn);
    if (boxes.size === 0) return { definition, select: [id] };
    const spot = at ? { at } : spotFor({ boxes, bottoms, rows, edges: definition.edges }, id, sizeOf(node));
    const fresh = takenBy(node, spot.at);
    const lowered = spot.under === undefined ? boxes : pushDown(boxes, rows.slice(spot.under), fresh);
    const taken = new Map(
      steps.flatMap((step) => {
        const box = lowered.get(step.id);
        return box ? [[step.id, takenBy(step, box)] as const] : [];
      }),
    );
    const wires = innerEdges(definition, steps).map((edge) => ({ from: edge.from, to: edge.to, gap: gapOf(edge) }));
    const pushed = pushRight(taken, { id, box: fresh }, wires);
    const nodes = definition.nodes.map((each) => {
      const box = pushed.get(each.id);
      const was = drawn[each.id];
      if (box === undefined || (was && was.x === box.x && was.y === box.y)) return each;
      return { ...each, position: { x: Math.round(box.x), y: Math.round(box.y) } };
    });
    return { definition: { ...definition, nodes }, select: [id] };
  };

/** An edit that selects one new step, with room made for it. */
export const standingIn =
  (edit: Edit, drawn: Readonly<Record<string, Point>>, at?: Point): Edit =>
  (definition) => {
    const edited = edit(definition);
    const [id] = edited.select ?? [];
    return id === undefined ? edited : makeRoom(id, drawn, at)(edited.definition);
  };
