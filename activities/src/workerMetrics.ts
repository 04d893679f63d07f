import type { TelemetryOptions } from "@temporalio/worker";

/**
 * Lets the runtime tell Prometheus of a worker at `/metrics` of this port: slots, polls, latencies and failures of both lanes.
 * Only this machine can ask, and without a port nobody can.
 */
export const workerMetrics = (port: number | null): TelemetryOptions =>
  port === null ? {} : { metrics: { prometheus: { bindAddress: `127.0.0.1:${port}` } } };
