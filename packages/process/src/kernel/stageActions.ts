import type { BlockCall } from "../definition/blockCall.ts";
import { runInner } from "../nodes/action/inner/runInner.ts";
import type { StageNode } from "../nodes/stage/schema.ts";
import type { Step } from "./step.ts";

/**
 * What a stage does as it is entered or left, one act for each block, in order. Each is among the step's own writes; what
 * refuses one refuses the step.
 *
 * @problem BLOCK_NOT_INNER - a block that only a step can wait for
 */
export const stageActions = (step: Step, stage: StageNode, calls: readonly BlockCall[]): readonly (() => void)[] =>
  calls.map((call) => () => {
    if (!runInner(step, stage, call)) step.stop("BLOCK_NOT_INNER", { stage: stage.name.en, block: call.block });
  });

/** The fields that these blocks fill by themselves, so that nobody is asked for them. */
export const fieldsFilledBy = (calls: readonly BlockCall[]): ReadonlySet<string> =>
  new Set(calls.flatMap(({ block, inputs }) => (block === "setFields" ? Object.keys(inputs) : [])));
