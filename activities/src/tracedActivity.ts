import { type CaseRef, TRACE_HEADER } from "@sluice/contracts";
import { inSpan } from "@sluice/telemetry";
import type { Context } from "@temporalio/activity";
import type { ActivityInboundCallsInterceptor, ActivityInterceptors } from "@temporalio/worker";

type Headers = Parameters<NonNullable<ActivityInboundCallsInterceptor["execute"]>>[0]["headers"];

const traceIn = (headers: Headers): string | null => {
  const data = headers[TRACE_HEADER]?.data;
  if (data === undefined || data === null) return null;
  const read: unknown = JSON.parse(Buffer.from(data).toString("utf8"));
  return typeof read === "string" ? read : null;
};

const caseIdIn = (args: readonly unknown[]): string => {
  const ref = args[0] as Partial<CaseRef> | undefined;
  return typeof ref?.caseId === "string" ? ref.caseId : "";
};

/** Makes each attempt of an activity a span of the trace that its carrier was told in. */
export const tracedActivity = ({ info }: Context): ActivityInterceptors => ({
  inbound: {
    execute: (input, next) =>
      inSpan(
        `activity ${info.activityType}`,
        {
          kind: "consumer",
          parent: traceIn(input.headers),
          attributes: { caseId: caseIdIn(input.args), attempt: info.attempt },
        },
        () => next(input),
      ),
  },
});
