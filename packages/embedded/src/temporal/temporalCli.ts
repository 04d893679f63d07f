import { homedir } from "node:os";
import { join } from "node:path";
import { withLock } from "../machine/fileLock.ts";
import type { Say } from "../machine/say.ts";
import { buildTemporal } from "./buildTemporal.ts";
import { CLI_VERSION } from "./cliVersion.ts";
import { downloadTemporal } from "./downloadTemporal.ts";
import { findProgram, findTemporals, temporalCache } from "./findTemporal.ts";
import { firstAlive } from "./firstAlive.ts";

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/**
 * Answers the path of a Temporal CLI: the first on this machine that shows life within ten seconds, else fetched as the SDK does, else built with Go.
 *
 * What is fetched or built stays in this user's cache, so it happens once; two calls at once do it once.
 */
export const temporalCli = async (say: Say, signal?: AbortSignal): Promise<string> => {
  const there = await firstAlive(findTemporals(), { say });
  if (there !== null) return there;
  const into = temporalCache();
  return withLock(`${into}.lock`, async () => {
    const meanwhile = await firstAlive(
      findTemporals().filter((path) => path.startsWith(into)),
      { say },
    );
    if (meanwhile !== null) return meanwhile;
    say(`Temporal ${CLI_VERSION} is not on this machine; fetching it`);
    const failures: string[] = [];
    try {
      return await downloadTemporal({ into, say, signal });
    } catch (cause) {
      failures.push(`download: ${reason(cause)}`);
      say(`  Not to be had by download (${reason(cause)})`);
    }
    signal?.throwIfAborted();
    const go = findProgram("go", ["/usr/local/go/bin", "/usr/lib/go/bin", join(homedir(), "go/bin")]);
    if (go === null) failures.push("build: there is no Go on this machine");
    else {
      say("Building Temporal with Go, once: about six minutes");
      try {
        return await buildTemporal({ go, into, say, signal });
      } catch (cause) {
        failures.push(`build: ${reason(cause)}`);
      }
    }
    throw new Error(
      `Temporal could not be had.\n${failures.map((line) => `  - ${line}`).join("\n")}\n` +
        "Install the Temporal CLI or Go, or set TEMPORAL_ADDRESS.",
    );
  });
};
