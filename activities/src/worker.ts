import type { WorkerVersion } from "@sluice/config";
import { deploymentName, queueName } from "@sluice/contracts";
import type { CarrierDoor } from "@sluice/records";
import { type NativeConnection, Worker, type WorkerOptions } from "@temporalio/worker";
import type { OuterBlocks } from "./blocks/outerBlock.ts";
import { carrierActivities } from "./carrierActivities.ts";
import { tracedActivity } from "./tracedActivity.ts";
import { workflowBundle } from "./workflowBundle.ts";

export interface CreateWorker {
  readonly door: CarrierDoor;
  readonly blocks: OuterBlocks;
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly epoch: string;
  /** The version that the workers say they are; without one they take whatever comes. */
  readonly version?: WorkerVersion;
  /** Where the workflow bundle is kept between starts. */
  readonly cacheDir: string;
  /** Waiting runs kept in memory by the people's lane; the bulk lane keeps a quarter. 2,000 take about 550 MB. */
  readonly maxCachedWorkflows?: number;
  /** How many effects run at once in the people's lane; the bulk lane runs a quarter. */
  readonly maxConcurrentEffects?: number;
}

/** The workers of both lanes in this process. */
export interface CarrierWorker {
  /** Settles when both have ended: after `stop`, or with the error that ended one of them. */
  readonly ended: Promise<void>;
  /** Lets what has begun come to its end, for at most 12 seconds. */
  stop(): Promise<void>;
}

const LANES = [
  { lane: "people", part: 1 },
  { lane: "bulk", part: 0.25 },
] as const;

/**
 * A version takes tasks only once it is the current one. Runs go on with whichever version is current: they live for months,
 * hold nothing worth keeping, and are replayed behind numbered flags.
 */
const versionOf = (version: WorkerVersion | undefined, epoch: string): Pick<WorkerOptions, "workerDeploymentOptions"> =>
  version === undefined || version.buildId === null
    ? {}
    : {
        workerDeploymentOptions: {
          version: { deploymentName: deploymentName(version.deployment, epoch), buildId: version.buildId },
          useWorkerVersioning: true,
          defaultVersioningBehavior: "AUTO_UPGRADE",
        },
      };

/**
 * Starts the workers that carry this install's cases: one of the people's queue and one of the bulk queue.
 *
 * A killed worker delays nobody for long: its runs are taken over after two seconds, its effects once their heartbeat is
 * missed for ten.
 */
export const createWorker = async ({
  door,
  blocks,
  connection,
  namespace,
  epoch,
  version,
  cacheDir,
  maxCachedWorkflows = 1_000,
  maxConcurrentEffects = 40,
}: CreateWorker): Promise<CarrierWorker> => {
  const codePath = await workflowBundle(cacheDir);
  const workers = await Promise.all(
    LANES.map(({ lane, part }) =>
      Worker.create({
        connection,
        namespace,
        taskQueue: queueName(epoch, lane),
        workflowBundle: { codePath },
        activities: carrierActivities({ door, blocks }),
        interceptors: { activity: [tracedActivity] },
        ...versionOf(version, epoch),
        reuseV8Context: true,
        stickyQueueScheduleToStartTimeout: "2 seconds",
        maxCachedWorkflows: Math.ceil(maxCachedWorkflows * part),
        maxConcurrentActivityTaskExecutions: Math.ceil(maxConcurrentEffects * part),
        shutdownGraceTime: "10 seconds",
        shutdownForceTime: "12 seconds",
      }),
    ),
  );
  const stopAll = (): void => {
    for (const worker of workers) if (worker.getState() === "RUNNING") worker.shutdown();
  };
  const ended = Promise.all(workers.map((worker) => worker.run().finally(stopAll))).then(() => undefined);
  return {
    ended,
    stop: () => {
      stopAll();
      return ended;
    },
  };
};
