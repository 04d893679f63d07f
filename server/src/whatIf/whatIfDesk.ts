import { Worker } from "node:worker_threads";
import { BEAT_MS, beatWhatIfs, endWhatIfs, type Reads } from "@sluice/records";

/** What the thread is given. */
export interface WhatIfOrder {
  readonly databaseUrl: string;
  readonly id: string;
}

/** Half of a beat may be missed before anybody takes it for dead. */
const SAY_EVERY_MS = BEAT_MS / 2;

/** Runs what-ifs, one after the other, in threads beside the event loop that answers people. */
export interface WhatIfDesk {
  run(id: string): void;
  /** Ends those that run or wait, and says so in their rows. */
  stop(): Promise<void>;
}

/** A desk of this server. Its what-ifs are said to live for as long as it does: with it they end. */
export const whatIfDesk = ({
  reads: { db },
  databaseUrl,
  onFault,
}: {
  readonly reads: Reads;
  readonly databaseUrl: string;
  readonly onFault: (cause: unknown) => void;
}): WhatIfDesk => {
  const own = new Set<string>();
  let line = Promise.resolve();
  let thread: Worker | null = null;
  let isStopped = false;
  const saying = setInterval(() => void beatWhatIfs(db, [...own]).catch(onFault), SAY_EVERY_MS);
  saying.unref();

  const runOne = (id: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const made = new Worker(new URL("./startWhatIfThread.mjs", import.meta.url), {
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: 768 },
        workerData: { databaseUrl, id } satisfies WhatIfOrder,
      });
      thread = made;
      made.once("error", reject);
      made.once("exit", () => resolve());
    });

  const turn = async (id: string): Promise<void> => {
    try {
      if (!isStopped) await runOne(id);
    } catch (cause) {
      onFault(cause);
      if (!isStopped) await endWhatIfs(db, [id], "failed");
    } finally {
      thread = null;
      if (!isStopped) own.delete(id);
    }
  };

  return {
    run: (id) => {
      if (own.has(id)) return;
      own.add(id);
      line = line.then(() => turn(id)).catch(onFault);
    },
    stop: async () => {
      isStopped = true;
      clearInterval(saying);
      await thread?.terminate();
      await line;
      await endWhatIfs(db, [...own], "ended");
    },
  };
};
