import { TRACE_HEADER } from "@sluice/contracts";
import type { Headers, WorkflowInterceptorsFactory } from "@temporalio/workflow";

/**
 * Carries the trace of what last spoke to a run on to its activities. It decides nothing and orders nothing, so a history
 * replays the same with it and without.
 */
export const interceptors: WorkflowInterceptorsFactory = () => {
  let trace: Headers = {};
  const remember = (headers: Headers): void => {
    const heard = headers[TRACE_HEADER];
    if (heard !== undefined) trace = { [TRACE_HEADER]: heard };
  };
  return {
    inbound: [
      {
        execute: (input, next) => {
          remember(input.headers);
          return next(input);
        },
        handleSignal: (input, next) => {
          remember(input.headers);
          return next(input);
        },
      },
    ],
    outbound: [
      {
        scheduleActivity: (input, next) => next({ ...input, headers: { ...input.headers, ...trace } }),
        continueAsNew: (input, next) => next({ ...input, headers: { ...input.headers, ...trace } }),
      },
    ],
  };
};
