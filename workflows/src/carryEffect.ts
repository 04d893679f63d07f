import { NOT_DONE, type CarrierAnswer, type CaseRef, type WantedEffect } from "@sluice/contracts";
import { ActivityFailure, ApplicationFailure, CancellationScope, isCancellation } from "@temporalio/workflow";
import { giveUp, perform } from "./calls.ts";

/** What is told of attempts that are used up. Only a failure that says so is known not to have happened; a silent worker is not. */
const endingOf = (failure: ActivityFailure): { reason: string; outcomeUnknown: boolean } => {
  const { cause } = failure;
  return cause instanceof ApplicationFailure
    ? { reason: cause.message, outcomeUnknown: cause.type !== NOT_DONE }
    : { reason: "the worker did not answer in time", outcomeUnknown: true };
};

/**
 * Carries one effect to an answer of the door: performed, or given up when its quick attempts are used up.
 *
 * Giving up is not cancellable: the door must learn of it even when the effect is no longer wanted. Cancelled before an
 * attempt began, it throws the cancellation.
 */
export const carryEffect = async (ref: CaseRef, effect: WantedEffect): Promise<CarrierAnswer> => {
  try {
    return await perform(ref, effect);
  } catch (error) {
    if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
    return CancellationScope.nonCancellable(() => giveUp(ref, effect.key, endingOf(error)));
  }
};
