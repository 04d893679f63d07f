import type { NodeOf, ProcessDefinition, Step } from "@sluice/process";
import { stagesOf } from "../model/elements.ts";

interface Inward {
  /** Steps that a wire from another stage or a start leads to. */
  readonly fromElsewhere: readonly string[];
  /** Those, and the steps that a move leads to. */
  readonly entered: readonly string[];
}

/** Where a stage's steps are reached from outside, besides its entry. A move may lead to any step: it is pressed, not passed. */
export const inwardWires = (
  definition: ProcessDefinition,
  stage: NodeOf<"stage">,
  steps: ReadonlyMap<string, Step>,
): Inward => {
  const fromElsewhere = definition.edges
    .filter(({ from, to }) => steps.has(to) && !steps.has(from) && to !== stage.entry)
    .map(({ to }) => to);
  const byMoves = stagesOf(definition).flatMap(({ moves }) => moves.map(({ to }) => to).filter((to) => steps.has(to)));
  return { fromElsewhere, entered: [...fromElsewhere, ...byMoves] };
};
