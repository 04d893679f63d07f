import type { Point } from "../layout/box.ts";
import { measures } from "../layout/measures.ts";
import { sizeOf } from "../layout/sizeOf.ts";
import type { Edit } from "./edited.ts";
import { findNode, isStep } from "./elements.ts";
import { placeSteps } from "./placeSteps.ts";

/**
 * Takes a step into another stage, to the right of all that stands there; its wires stay. `drawn` are the places of that stage's
 * steps from its band's corner.
 */
export const moveToStage =
  (id: string, stage: string, drawn: Readonly<Record<string, Point>>): Edit =>
  (definition) => {
    const step = findNode(definition, id);
    const target = findNode(definition, stage);
    if (!step || !isStep(step) || target?.kind !== "stage" || step.stage === stage) return { definition };
    const ends = Object.entries(drawn).flatMap(([other, at]) => {
      const node = findNode(definition, other);
      return node === null ? [] : [at.x + sizeOf(node).width + measures.columnGap];
    });
    const position = {
      x: Math.max(measures.band.left, ...ends),
      y: measures.band.top + (measures.row - sizeOf(step).height) / 2,
    };
    return placeSteps([{ id, stage, position }])(definition);
  };
