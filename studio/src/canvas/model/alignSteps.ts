import type { Point } from "../layout/box.ts";
import { sizeOf } from "../layout/sizeOf.ts";
import type { Edit } from "./edited.ts";
import { findNode, isStep } from "./elements.ts";
import { placeSteps, type StepPlace } from "./placeSteps.ts";

export const alignments = ["left", "center", "right", "top", "middle", "bottom", "columns", "rows"] as const;
export type Alignment = (typeof alignments)[number];

interface Placed extends StepPlace {
  readonly width: number;
  readonly height: number;
}

const middleX = ({ position, width }: Placed): number => position.x + width / 2;
const middleY = ({ position, height }: Placed): number => position.y + height / 2;

/** Even gaps between the first and the last along one axis; their order stays. */
const spread = (steps: readonly Placed[], axis: "x" | "y", size: "width" | "height"): StepPlace[] => {
  const sorted = [...steps].sort((one, other) => one.position[axis] - other.position[axis]);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || sorted.length < 3) return [];
  const room = last.position[axis] - first.position[axis] - first[size];
  const inner = sorted.slice(1, -1).reduce((sum, step) => sum + step[size], 0);
  const gap = (room - inner) / (sorted.length - 1);
  let at = first.position[axis] + first[size] + gap;
  return sorted.slice(1, -1).map((step) => {
    const place = { ...step, position: { ...step.position, [axis]: at } };
    at += step[size] + gap;
    return place;
  });
};

const aligned = (steps: readonly Placed[], how: Alignment): readonly StepPlace[] => {
  const to = (axis: "x" | "y", place: (step: Placed) => number): StepPlace[] =>
    steps.map((step) => ({ ...step, position: { ...step.position, [axis]: place(step) } }));
  const least = (of: (step: Placed) => number) => Math.min(...steps.map(of));
  const most = (of: (step: Placed) => number) => Math.max(...steps.map(of));
  switch (how) {
    case "left":
      return to("x", () => least((step) => step.position.x));
    case "right":
      return to("x", ({ width }) => most((step) => step.position.x + step.width) - width);
    case "center":
      return to("x", ({ width }) => (least(middleX) + most(middleX)) / 2 - width / 2);
    case "top":
      return to("y", () => least((step) => step.position.y));
    case "bottom":
      return to("y", ({ height }) => most((step) => step.position.y + step.height) - height);
    case "middle":
      return to("y", ({ height }) => (least(middleY) + most(middleY)) / 2 - height / 2);
    case "columns":
      return spread(steps, "x", "width");
    case "rows":
      return spread(steps, "y", "height");
  }
};

/**
 * Lines up steps of one stage, or spreads them evenly (`columns`, `rows`; from three on). `drawn` are their places from their
 * band's corner. Steps of several stages are lined up within each.
 */
export const alignSteps =
  (ids: readonly string[], how: Alignment, drawn: (stage: string) => Readonly<Record<string, Point>>): Edit =>
  (definition) => {
    const placed = ids.flatMap((id): Placed[] => {
      const node = findNode(definition, id);
      const position = node && isStep(node) ? drawn(node.stage)[id] : undefined;
      return node && isStep(node) && position ? [{ id, stage: node.stage, position, ...sizeOf(node) }] : [];
    });
    const stages = [...new Set(placed.map(({ stage }) => stage))];
    const places = stages.flatMap((stage) => {
      const within = placed.filter((each) => each.stage === stage);
      return within.length < 2 ? [] : aligned(within, how);
    });
    if (places.length === 0) return { definition };
    return placeSteps(places.map(({ id, stage, position }) => ({ id, stage, position })))(definition);
  };
