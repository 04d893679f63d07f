import type { CarrierAnswer, CaseRef } from "@sluice/contracts";
import { CancellationScope, sleep } from "@temporalio/workflow";
import { ring } from "./calls.ts";

/** One timer set for an alarm, and the call to the door once it has fired. */
export interface Bell {
  readonly at: string;
  /** True from the moment the timer fired: then it is not cancelled any more, the door is being told. */
  readonly isRinging: () => boolean;
  readonly cancel: () => void;
  /** The door's answer; rejects with the cancellation when it was cancelled before it rang. */
  readonly answer: Promise<CarrierAnswer>;
}

/** `2026-11-22T10:05:00.000Z` → `2026-11-22 10:05 UTC`. */
const inWords = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;

/** Sets a bell for the instant `at`; one that has passed already rings at once. */
export const setBell = (ref: CaseRef, at: string): Bell => {
  let ringing = false;
  const scope = new CancellationScope();
  const answer = scope.run(async () => {
    await sleep(Math.max(1, Date.parse(at) - Date.now()), { summary: `Wakes the case at ${inWords(at)}` });
    ringing = true;
    return ring(ref, at);
  });
  return { at, isRinging: () => ringing, cancel: () => scope.cancel(), answer };
};
