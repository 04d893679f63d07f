import {
  context,
  propagation,
  ROOT_CONTEXT,
  type Attributes,
  type Context,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";

const NAME = "sluice";
const kinds = {
  internal: SpanKind.INTERNAL,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
} as const;

export interface SpanWish {
  readonly kind?: keyof typeof kinds;
  /** A `traceparent` from elsewhere; without one the span belongs to what is under way here. */
  readonly parent?: string | null | undefined;
  /** Ids and numbers only, never personal data. */
  readonly attributes?: Attributes;
}

/** The trace that a `traceparent` names, as a place for spans. */
export const traceOf = (parent: string | null | undefined): Context =>
  parent === null || parent === undefined
    ? context.active()
    : propagation.extract(ROOT_CONTEXT, { traceparent: parent });

/** The `traceparent` of what is under way, or null where nothing is traced. */
export const traceparent = (): string | null => {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier["traceparent"] ?? null;
};

/** The ids by which a log line is found from its trace; empty where nothing is traced. */
export const traceIds = (): { traceId?: string; spanId?: string } => {
  const span = trace.getSpanContext(context.active());
  return span === undefined ? {} : { traceId: span.traceId, spanId: span.spanId };
};

/** Does work as one span of a trace, marked when it throws. Costs nothing where no tracing has been started. */
export const inSpan = <Value>(
  name: string,
  { kind = "internal", parent, attributes = {} }: SpanWish,
  work: () => Promise<Value>,
): Promise<Value> =>
  trace.getTracer(NAME).startActiveSpan(name, { kind: kinds[kind], attributes }, traceOf(parent), async (span) => {
    try {
      return await work();
    } catch (cause) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: cause instanceof Error ? cause.name : "unknown" });
      throw cause;
    } finally {
      span.end();
    }
  });
