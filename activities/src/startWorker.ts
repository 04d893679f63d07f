import { join } from "node:path";
import type { Config } from "@sluice/config";
import { CHANNEL, createDoor, createPool } from "@sluice/records";
import { type Relay, startRelay } from "@sluice/relay";
import type { Logger } from "@sluice/telemetry";
import { NativeConnection } from "@temporalio/worker";
import { outerBlocks } from "./blocks/outerBlocks.ts";
import { createWorker } from "./worker.ts";

/** The worker of one process. */
export interface RunningWorker {
  /** Settles when it has ended, with the error that ended it if it was not `stop`. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const RETRY_MS = 1_000;

/** Waits for Temporal as long as it takes: a worker that starts first is no reason to fail. */
const connect = async ({ address, tls, apiKey }: Config["temporal"], log: Logger): Promise<NativeConnection> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await NativeConnection.connect({ address, tls, ...(apiKey === null ? {} : { apiKey }) });
    } catch (error) {
      if (attempt % 10 === 1)
        log.warn(
          { address, reason: error instanceof Error ? error.message : String(error) },
          "Temporal does not answer yet",
        );
    }
    await new Promise((resolve) => void setTimeout(resolve, RETRY_MS));
  }
};

/** Starts all that a worker process is: the door, the workers of both lanes, and a relay. */
export const startWorker = async (config: Config, log: Logger): Promise<RunningWorker> => {
  const pool = createPool(config.database.url);
  const holder: { relay: Relay | null } = { relay: null };
  const { carrier } = createDoor({ pool, afterCommit: () => holder.relay?.kick() });
  const relay = startRelay({
    pool,
    carrier,
    temporal: config.temporal,
    settings: {
      sweepEveryMs: config.sweep.everyMs,
      sweepOverdueMs: config.sweep.overdueMs,
      heardForDays: config.heardForDays,
      listenUrl: config.database.listenUrl,
    },
    channel: CHANNEL,
    log,
  });
  holder.relay = relay;
  const connection = await connect(config.temporal, log);
  const worker = await createWorker({
    door: carrier,
    blocks: outerBlocks(pool, config),
    connection,
    namespace: config.temporal.namespace,
    epoch: await carrier.epoch(),
    version: config.workerVersion,
    cacheDir: join(config.dataDir, "bundles"),
  });
  const untilEnded = async (): Promise<void> => {
    try {
      await worker.ended;
    } finally {
      await relay.stop();
      await connection.close();
      await pool.end();
    }
  };
  const ended = untilEnded();
  return {
    ended,
    stop: async () => {
      await worker.stop();
      await ended;
    },
  };
};
