import type { Edge, ProcessDefinition, Step } from "@sluice/process";
import { findNode, isStep, stagesOf } from "../model/elements.ts";

/** What crosses the border of a selection of steps. */
export interface Border {
  readonly stage: string;
  readonly steps: readonly Step[];
  readonly inner: readonly Edge[];
  readonly into: readonly Edge[];
  readonly out: readonly Edge[];
  /** The steps inside that are led to from outside, by wire, move or as the stage's entry. */
  readonly doors: readonly string[];
}

/** Where a selection begins and ends; null when it holds anything but steps of one stage. */
export const borderOf = (definition: ProcessDefinition, ids: readonly string[]): Border | null => {
  const inside = new Set(ids);
  const steps = ids.flatMap((id): Step[] => {
    const node = findNode(definition, id);
    return node && isStep(node) ? [node] : [];
  });
  const stage = steps[0]?.stage;
  if (stage === undefined || steps.length !== ids.length || steps.some((step) => step.stage !== stage)) return null;
  const into = definition.edges.filter(({ from, to }) => !inside.has(from) && inside.has(to));
  const entered = stagesOf(definition).flatMap(({ id, entry, moves }) => [
    ...(id === stage && entry !== undefined ? [entry] : []),
    ...moves.map(({ to }) => to),
  ]);
  return {
    stage,
    steps,
    inner: definition.edges.filter(({ from, to }) => inside.has(from) && inside.has(to)),
    into,
    out: definition.edges.filter(({ from, to }) => inside.has(from) && !inside.has(to)),
    doors: [...new Set([...into.map(({ to }) => to), ...entered.filter((id) => inside.has(id))])],
  };
};
