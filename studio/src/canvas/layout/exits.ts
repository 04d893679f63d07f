import type { Edge } from "@sluice/process";
import { measures } from "./measures.ts";

/** How a wire leaves its step for another band. Wires to one target go down together, their labels below each other. */
export interface Exit {
  /** Which of the step's ways down, from the left. */
  readonly way: number;
  /** Its label's place among those on the same way, from above. */
  readonly row: number;
  /** On which side of the way the label stands, so that no other way of the step runs through it. */
  readonly side: "left" | "middle" | "right";
}

/** How each wire leaves its step, by wire id; ways and rows in the order of the wires. */
export const exitsOf = (leaving: readonly Edge[]): Map<string, Exit> => {
  const ways = new Map<string, Map<string, string[]>>();
  for (const edge of leaving) {
    const ofStep = ways.get(edge.from) ?? new Map<string, string[]>();
    ways.set(edge.from, ofStep.set(edge.to, [...(ofStep.get(edge.to) ?? []), edge.id]));
  }
  const exits = new Map<string, Exit>();
  for (const ofStep of ways.values())
    [...ofStep.values()].forEach((ids, way) => {
      const side = ofStep.size === 1 ? "middle" : way === 0 ? "left" : way === ofStep.size - 1 ? "right" : "middle";
      ids.forEach((id, row) => exits.set(id, { way, row, side }));
    });
  return exits;
};

/** Where a way turns down: in the column gap right of its step, each a little further out. */
export const exitX = (right: number, way: number): number => right + measures.columnGap / 2 + 5 + way * 16;
