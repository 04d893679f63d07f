import { Connection } from "@temporalio/client";
import type { TemporalPlace } from "./relaySettings.ts";
import { isAbsent } from "./temporalLink.ts";

/** Which version of which deployment is to carry on; without a build, workers that have none. */
export interface CurrentVersion {
  /** As Temporal calls it. */
  readonly deploymentName: string;
  readonly buildId: string | null;
}

interface Patience {
  /** How long a worker of it, or Temporal itself, may take to be there. */
  readonly withinMs: number;
  readonly signal?: AbortSignal;
}

const PAUSE_MS = 1_000;
/** gRPC codes by which the server says that no worker of the version has come yet, or not to every queue. */
const NOT_FOUND = 5;
const NOT_FITTING = 9;

const codeOf = (error: unknown): number =>
  error instanceof Error && "code" in error && typeof error.code === "number" ? error.code : -1;

const ask = async (
  { workflowService }: Connection,
  namespace: string,
  { deploymentName, buildId }: CurrentVersion,
): Promise<void> => {
  if (buildId !== null) {
    await workflowService.setWorkerDeploymentCurrentVersion({ namespace, deploymentName, buildId });
    return;
  }
  const { workerDeploymentInfo } = await workflowService.describeWorkerDeployment({ namespace, deploymentName });
  if ((workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId ?? "") === "") return;
  const none = { namespace, deploymentName, buildId: "", ignoreMissingTaskQueues: true };
  await workflowService.setWorkerDeploymentCurrentVersion(none);
};

/**
 * Makes a version the one that carries on: from then on its workers take the tasks of all runs. Idempotent.
 *
 * Waits for a worker of it to be there, as Temporal demands: none is made current that nobody is. Without a build the workers that
 * have no version carry on, as they do where there never was one.
 */
export const makeCurrent = async (
  { address, namespace, tls, apiKey }: TemporalPlace,
  version: CurrentVersion,
  { withinMs, signal }: Patience,
): Promise<void> => {
  const connection = Connection.lazy({ address, tls, ...(apiKey === null ? {} : { apiKey }) });
  const until = Date.now() + withinMs;
  try {
    for (;;) {
      try {
        await ask(connection, namespace, version);
        return;
      } catch (error) {
        if (version.buildId === null && codeOf(error) === NOT_FOUND) return;
        const mayWorkLater = isAbsent(error) || [NOT_FOUND, NOT_FITTING].includes(codeOf(error));
        if (!mayWorkLater || Date.now() > until || signal?.aborted === true) throw error;
      }
      await new Promise((resolve) => void setTimeout(resolve, PAUSE_MS));
    }
  } finally {
    await connection.close();
  }
};
