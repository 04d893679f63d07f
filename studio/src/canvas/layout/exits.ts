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

/** How many labels stand below each other under each step whose wires leave their band. */
export const exitLabelsOf = (leaving: readonly Edge[]): Map<string, number> => {
  const exits = exitsOf(leaving);
  const labels = new Map<string, number>();
  for (const { id, from, on, name } of leaving)
    if (on.kind !== "next" || name) labels.set(from, Math.max(labels.get(from) ?? 0, (exits.get(id)?.row ?? 0) + 1));
  return labels;
};

/** Where a way turns down: in the column gap right of its step, each a little further out. */
export const exitX = (right: number, way: number): number => right + measures.columnGap / 2 + 5 + way * 16;

/** How far a step's ways down and their labels reach to the right of it. */
export const exitRoom = (leaving: readonly Edge[], from: string): number => {
  const own = leaving.filter((edge) => edge.from === from);
  if (own.every(({ on, name }) => on.kind === "next" && !name)) return 0;
  const { width, several } = measures.exitLabel;
  return new Set(own.map(({ to }) => to)).size > 1 ? several : width;
};
