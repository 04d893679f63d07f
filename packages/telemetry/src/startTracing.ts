import { context, propagation, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import type { TracingConfig } from "@sluice/config";

/** The tracing of one process. */
export interface Tracing {
  /** Sends what is still held, for at most five seconds, and ends. */
  stop(): Promise<void>;
}

/**
 * Sends the spans of this process to an OpenTelemetry collector by OTLP over HTTP; without an endpoint it does nothing at all.
 *
 * To be called once per process, before anything is traced. A collector that is away costs nobody anything: spans are held in
 * a bounded queue and dropped.
 */
export const startTracing = (part: string, tracing: TracingConfig | null): Tracing => {
  if (tracing === null) return { stop: () => Promise.resolve() };
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ "service.name": `${tracing.serviceName}-${part}` }),
    spanProcessors: [
      new BatchSpanProcessor(new OTLPTraceExporter({ url: tracing.url }), { exportTimeoutMillis: 5_000 }),
    ],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return {
    stop: async () => {
      await provider.shutdown();
      trace.disable();
      propagation.disable();
      context.disable();
    },
  };
};
