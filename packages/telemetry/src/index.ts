/** What an operator sees: structured logs without secrets or personal data, Prometheus metrics, and traces where a collector is named. */
export { createLogger, type Logger } from "./createLogger.ts";
export { createMetrics, type Metrics } from "./createMetrics.ts";
export { inSpan, type SpanWish, traceIds, traceparent } from "./inSpan.ts";
export { requestSpan, type RequestSpan } from "./requestSpan.ts";
export { startTracing, type Tracing } from "./startTracing.ts";
export { REDACTED_PATHS } from "./redactedPaths.ts";
