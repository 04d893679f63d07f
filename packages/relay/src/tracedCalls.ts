import { TRACE_HEADER } from "@sluice/contracts";
import { traceparent } from "@sluice/telemetry";
import type { WorkflowClientInterceptor } from "@temporalio/client";

type Headers = Parameters<NonNullable<WorkflowClientInterceptor["signal"]>>[0]["headers"];

const withTrace = (headers: Headers): Headers => {
  const trace = traceparent();
  if (trace === null) return headers;
  const payload = { metadata: { encoding: Buffer.from("json/plain") }, data: Buffer.from(JSON.stringify(trace)) };
  return { ...headers, [TRACE_HEADER]: payload };
};

/** Hands the trace under way on to the carrier; without tracing a call goes out as it is. */
export const tracedCalls: WorkflowClientInterceptor = {
  signal: (input, next) => next({ ...input, headers: withTrace(input.headers) }),
  signalWithStart: (input, next) => next({ ...input, headers: withTrace(input.headers) }),
};
