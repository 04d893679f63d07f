import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Say } from "../machine/say.ts";

const LIFE_MS = 10_000;

/**
 * Answers the first of these Temporal CLIs that tells its version within ten seconds, or `null`.
 *
 * One that is broken, made for another machine, or hangs is passed over, which is said.
 */
export const firstAlive = async (
  paths: readonly string[],
  { say, lifeMs = LIFE_MS }: { say: Say; lifeMs?: number },
): Promise<string | null> => {
  for (const path of paths) {
    try {
      const { stdout } = await promisify(execFile)(path, ["--version"], { timeout: lifeMs, killSignal: "SIGKILL" });
      if (/temporal/i.test(stdout)) return path;
      say(`${path} is not Temporal's; passing it over`);
    } catch {
      say(`${path} does not run; passing it over`);
    }
  }
  return null;
};
