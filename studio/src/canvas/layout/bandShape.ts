import type { Edge, ProcessDefinition, Step } from "@sluice/process";
import { stepsOf } from "../model/elements.ts";
import { sizeOf } from "./sizeOf.ts";

/** What the layout of one band hangs on: its steps and inner wires, not their names. */
export interface BandShape {
  readonly stageId: string;
  readonly steps: readonly Step[];
  readonly edges: readonly Edge[];
  /** The wires from its steps to elsewhere. */
  readonly leaving: readonly Edge[];
  /** Equal for bands that would be laid out alike. */
  readonly signature: string;
}

/** The wires that begin and end in one band. */
export const innerEdges = (definition: ProcessDefinition, steps: readonly Step[]): Edge[] => {
  const inside = new Set(steps.map((step) => step.id));
  return definition.edges.filter((edge) => inside.has(edge.from) && inside.has(edge.to));
};

export const bandShapeOf = (definition: ProcessDefinition, stageId: string): BandShape => {
  const steps = stepsOf(definition, stageId);
  const edges = innerEdges(definition, steps);
  const inside = new Set(steps.map((step) => step.id));
  const leaving = definition.edges.filter(({ from, to }) => inside.has(from) && !inside.has(to));
  const signature = [
    ...steps.map((step) => `${step.id}:${sizeOf(step).width}`),
    ...edges.map((edge) => `${edge.from}>${edge.to}:${edge.on.kind === "next" ? "" : "l"}`),
  ].join(" ");
  return { stageId, steps, edges, leaving, signature };
};
