/** What an operator sees: structured logs without secrets or personal data, and Prometheus metrics. */
export { createLogger, type Logger } from "./createLogger.ts";
export { createMetrics, type Metrics } from "./createMetrics.ts";
export { REDACTED_PATHS } from "./redactedPaths.ts";
