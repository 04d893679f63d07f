import { loadConfig } from "@sluice/config";
import { createLogger, startTracing } from "@sluice/telemetry";
import { Runtime } from "@temporalio/worker";
import { startWorker } from "./startWorker.ts";
import { temporalLogger } from "./temporalLogger.ts";
import { workerMetrics } from "./workerMetrics.ts";

const config = loadConfig();
const tracing = startTracing("worker", config.tracing);
const log = createLogger("worker", { level: config.logLevel });
Runtime.install({
  logger: temporalLogger(log),
  shutdownSignals: [],
  telemetryOptions: workerMetrics(config.workerMetricsPort),
});

const worker = await startWorker(config, log);
log.info("the worker carries cases");
let isStopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, "the worker stops");
    void worker.stop();
  });
}
try {
  await worker.ended;
  await tracing.stop();
  process.exit(0);
} catch (error) {
  log.fatal({ err: error }, "the worker ended");
  process.exit(1);
}
