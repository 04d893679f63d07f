import type { Node, ProcessDefinition } from "@sluice/process";
import { inReadingOrder } from "../canvas/sentences/inReadingOrder.ts";

/** The stages and steps that a case has been at, stage by stage, each as the drawing is read, in whatever order it was drawn. */
export const wayOf = (definition: ProcessDefinition, hasBeen: (id: string) => boolean): readonly Node[] =>
  definition.nodes
    .filter((node) => node.kind === "stage")
    .toSorted((one, other) => one.order - other.order)
    .flatMap((stage): readonly Node[] => {
      const steps = inReadingOrder(definition, stage.id, stage.entry).filter(({ id }) => hasBeen(id));
      return hasBeen(stage.id) || steps.length > 0 ? [stage, ...steps] : [];
    });
