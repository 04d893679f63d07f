import { loadConfig } from "@sluice/config";
import type { Say, Service } from "@sluice/embedded";
import { createDoor, createPool } from "@sluice/records";
import { deploymentName } from "../../packages/contracts/src/names.ts";
import { makeCurrent } from "../../packages/relay/src/makeCurrent.ts";

const makeOurs = async (env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<string | null> => {
  const { database, temporal, workerVersion } = loadConfig(env);
  const { deployment, buildId } = workerVersion;
  const pool = createPool(database.url, { size: 1 });
  try {
    const epoch = await createDoor({ pool }).carrier.epoch();
    const name = deploymentName(deployment, epoch);
    await makeCurrent(temporal, { deploymentName: name, buildId }, { withinMs: Infinity, signal });
    return buildId;
  } finally {
    await pool.end();
  }
};

/**
 * Makes this house's version of the workers the one that carries on, as soon as one of them is there.
 *
 * Once, by the start command: a worker that is started again changes nothing. Nobody waits for it, for people go on deciding
 * while Temporal is away; what goes wrong is said.
 */
export const versionService = (env: () => NodeJS.ProcessEnv, say: Say): Service => ({
  name: "version",
  start: async (signal) => {
    const ended = new Promise<void>((resolve) => {
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
    void makeOurs(env(), signal).then(
      (buildId) => (buildId === null ? undefined : say(`Workers of version ${buildId} carry on`)),
      (error: unknown) => {
        if (signal.aborted) return;
        say(`The workers' version was not made current: ${error instanceof Error ? error.message : String(error)}`);
      },
    );
    return { untilExit: () => ended, stop: () => Promise.resolve() };
  },
});
