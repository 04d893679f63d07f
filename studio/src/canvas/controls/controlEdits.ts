import type { Control, Node, Point, ProcessDefinition } from "@sluice/process";
import type { Edit } from "../model/edited.ts";
import { stagesOf, stepsOf } from "../model/elements.ts";
import { freshId } from "../model/freshId.ts";

/** The five sentences that a control point may be, in the order they are offered. */
export const templates = ["neverBefore", "followedBy", "atMostOnce", "notSamePerson", "passes"] as const;
export type Template = (typeof templates)[number];

const isWork = ({ kind }: Node): boolean => kind === "approval" || kind === "task";

const doneAt = (node: Node | undefined): Point | null =>
  node === undefined
    ? null
    : { at: "step", step: node.id, ...(node.kind === "approval" ? { outcome: "approved" } : {}) };

/** The moments that a fresh sentence begins with: where the case goes first, the work that is done, and where it comes to. */
const landmarks = (definition: ProcessDefinition) => {
  const stages = stagesOf(definition);
  const stage = (at: number): Point => ({ at: "stage", stage: stages.at(at)?.id ?? "" });
  const steps = stages.flatMap(({ id }) => stepsOf(definition, id)).filter(isWork);
  const work = doneAt(steps.find(({ kind }) => kind === "approval") ?? steps[0]);
  const good = stages.findLastIndex(({ final }) => final === "won" || final === "done");
  return { first: stage(0), last: stage(good), work: work ?? stage(0) };
};

/** A sentence of a kind about what is drawn, for an admin to change. */
export const freshControl = (definition: ProcessDefinition, must: Template, id: string): Control => {
  const { first, last, work } = landmarks(definition);
  switch (must) {
    case "neverBefore":
      return { id, must, point: last, before: [work] };
    case "followedBy":
      return { id, must, point: first, by: [last] };
    case "atMostOnce":
      return { id, must, point: last };
    case "notSamePerson":
      return { id, must, point: { at: "initiator" }, other: work };
    case "passes":
      return { id, must, when: "true", through: work, before: last };
  }
};

const withControls = (definition: ProcessDefinition, controls: readonly Control[]): ProcessDefinition => {
  const { controls: _before, ...rest } = definition;
  return controls.length === 0 ? rest : { ...rest, controls: [...controls] };
};

/** Adds a sentence of a kind behind the others. */
export const addControl =
  (must: Template): Edit =>
  (definition) => {
    const controls = definition.controls ?? [];
    const id = freshId(new Set(controls.map((control) => control.id)), "control");
    return { definition: withControls(definition, [...controls, freshControl(definition, must, id)]) };
  };

/** Takes the sentence at a place away. */
export const removeControl =
  (index: number): Edit =>
  (definition) => ({
    definition: withControls(
      definition,
      (definition.controls ?? []).filter((_control, at) => at !== index),
    ),
  });
