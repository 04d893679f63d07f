import type { BlockCall } from "../../../definition/blockCall.ts";
import type { Step } from "../../../kernel/step.ts";
import { inputsOf, keepOutputs, type Caller } from "../inputsOf.ts";
import { innerBlocks } from "./innerBlocks.ts";

/** Runs an inner block among the step's writes, and keeps what it gave; false, and nothing done, for a block that is not inner. */
export const runInner = (step: Step, at: Caller, call: BlockCall): boolean => {
  const inner = Object.hasOwn(innerBlocks, call.block) ? innerBlocks[call.block] : undefined;
  if (!inner) return false;
  keepOutputs(step, call, inner(step, at, inputsOf(step, at, call)));
  return true;
};
