import type { Step } from "@sluice/process";
import type { Point } from "./box.ts";
import { measures } from "./measures.ts";
import { sizeOf } from "./sizeOf.ts";

/** Places for steps that have none yet: in a row to the right of what stands in the band, first come first. */
export const rowPlaces = (steps: readonly Step[], known: Readonly<Record<string, Point>>): Record<string, Point> => {
  const places: Record<string, Point> = {};
  let right: number = measures.band.left - measures.columnGap;
  for (const step of steps) {
    const place = step.position ?? known[step.id];
    if (place) right = Math.max(right, place.x + sizeOf(step).width);
  }
  for (const step of steps) {
    if (step.position ?? known[step.id]) continue;
    const x = right + measures.columnGap;
    places[step.id] = { x, y: measures.band.top + (measures.row - sizeOf(step).height) / 2 };
    right = x + sizeOf(step).width;
  }
  return places;
};
