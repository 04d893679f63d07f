import type { Edge } from "@sluice/process";
import { measures } from "./measures.ts";

/** The number of each wire among those that leave its step for another band: 0, 1, 2… by wire id. */
export const exitsOf = (leaving: readonly Edge[]): Map<string, number> => {
  const counts = new Map<string, number>();
  const exits = new Map<string, number>();
  for (const edge of leaving) {
    const exit = counts.get(edge.from) ?? 0;
    exits.set(edge.id, exit);
    counts.set(edge.from, exit + 1);
  }
  return exits;
};

/** Where the wire of that number turns down: in the column gap right of its step, each a little further out. */
export const exitX = (right: number, exit: number): number => right + measures.columnGap / 2 - 3 + exit * 12;
