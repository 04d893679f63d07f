import { type Attributes, context, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { traceOf } from "./inSpan.ts";

/** A span whose work is entered by a callback and ends elsewhere, as a request's does. */
export interface RequestSpan {
  /** Calls on; all that comes of it belongs to the span. */
  enter(work: () => void): void;
  end(attributes: Attributes, isFault: boolean): void;
}

/** Begins the span of a request. `parent` is the `traceparent` it came with. */
export const requestSpan = (
  name: string,
  { parent, attributes }: { readonly parent: string | null; readonly attributes: Attributes },
): RequestSpan => {
  const above = traceOf(parent);
  const span = trace.getTracer("sluice").startSpan(name, { kind: SpanKind.SERVER, attributes }, above);
  return {
    enter: (work) => context.with(trace.setSpan(above, span), work),
    end: (more, isFault) => {
      span.setAttributes(more);
      if (isFault) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
};
