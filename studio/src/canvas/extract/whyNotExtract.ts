import type { ProcessDefinition } from "@sluice/process";
import { variablesRead, variablesSet } from "../model/namesOf.ts";
import type { Border } from "./borderOf.ts";

/** A reason against making a sub-process of a selection, with the steps or variables that it is about. */
export interface NotExtractable {
  readonly why: "notOneStage" | "noWayIn" | "severalWaysIn" | "notClosed" | "splitsOut" | "handsOver" | "handsBack";
  readonly steps: readonly string[];
  readonly variables?: readonly string[];
}

/** What goes in and comes out besides the record, which both processes share. */
export interface Passed {
  /** Variables that are asked inside and set outside. */
  readonly handedOver: readonly string[];
  /** Variables that are set inside and asked outside. */
  readonly handedBack: readonly string[];
}

export const passedOf = (definition: ProcessDefinition, { steps, inner, out }: Border): Passed => {
  const inside = new Set(steps.map(({ id }) => id));
  const within = new Set([...inner, ...out].map(({ id }) => id));
  const others = definition.nodes.filter(({ id }) => !inside.has(id));
  const asked = variablesRead(steps, inner, out);
  const setInside = new Set(steps.flatMap(variablesSet));
  const askedOutside = variablesRead(
    others,
    definition.edges.filter(({ id }) => !within.has(id)),
  );
  return {
    handedOver: [...asked].filter(
      (name) => !setInside.has(name) || others.some((node) => variablesSet(node).includes(name)),
    ),
    handedBack: [...setInside].filter((name) => askedOutside.has(name)),
  };
};

/**
 * Everything that stands against making a sub-process of a selection, at once: it must have one way in, every path in it must
 * lead out, and of the case's variables at most one may go in and none come back (what comes back is the outcome).
 */
export const whyNotExtract = (definition: ProcessDefinition, border: Border | null): readonly NotExtractable[] => {
  if (border === null) return [{ why: "notOneStage", steps: [] }];
  const { steps, inner, out, doors } = border;
  const leaves = new Set([...inner, ...out].map(({ from }) => from));
  const open = steps.filter(({ id, kind }) => kind === "end" || !leaves.has(id)).map(({ id }) => id);
  const targets = new Set(out.map(({ to }) => to));
  const splits = steps.filter(({ kind }) => kind === "parallel").map(({ id }) => id);
  const { handedOver, handedBack } = passedOf(definition, border);
  const isTooMuch = handedOver.length > 1 || (handedOver.length === 1 && targets.size > 1);
  return [
    ...(doors.length === 0 ? [{ why: "noWayIn" as const, steps: steps.map(({ id }) => id) }] : []),
    ...(doors.length > 1 ? [{ why: "severalWaysIn" as const, steps: doors }] : []),
    ...(open.length > 0 || out.length === 0 ? [{ why: "notClosed" as const, steps: open }] : []),
    ...(targets.size > 1 && splits.length > 0 ? [{ why: "splitsOut" as const, steps: splits }] : []),
    ...(isTooMuch ? [{ why: "handsOver" as const, steps: [], variables: handedOver }] : []),
    ...(handedBack.length > 0 ? [{ why: "handsBack" as const, steps: [], variables: handedBack }] : []),
  ];
};
