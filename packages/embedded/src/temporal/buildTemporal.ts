import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { processEnvironment } from "@sluice/config";
import type { Say } from "../machine/say.ts";
import { CLI_VERSION } from "./cliVersion.ts";

const LIFE_MS = 10_000;
const TELL_EVERY_MS = 5_000;

export interface BuildTemporal {
  /** The path of the Go command. */
  readonly go: string;
  /** The folder that gets the program. */
  readonly into: string;
  readonly say: Say;
  /** For how long it may be silent before it has shown life. */
  readonly lifeMs?: number;
  /** Ends the build when it is no longer wanted. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Builds the Temporal CLI with Go and answers its path; the program appears whole or not at all.
 *
 * Takes 5–6 minutes once. The build must show life within ten seconds; once it has, it is not limited. What it compiles is
 * told every five seconds with a count, so nobody takes it for hung.
 */
export const buildTemporal = async ({ go, into, say, lifeMs = LIFE_MS, signal }: BuildTemporal): Promise<string> => {
  mkdirSync(into, { recursive: true });
  const draft = mkdtempSync(join(into, "build-"));
  const startedAtMs = Date.now();
  const child = spawn(go, ["install", "-v", `github.com/temporalio/cli/cmd/temporal@${CLI_VERSION}`], {
    cwd: draft,
    env: { ...processEnvironment(), GOBIN: draft, GOFLAGS: "-mod=mod", GOWORK: "off" },
    stdio: ["ignore", "ignore", "pipe"],
    signal,
  });
  const last: string[] = [];
  let packages = 0;
  let toldAtMs = startedAtMs;
  let isSilent = false;
  const noLife = setTimeout(() => {
    isSilent = last.length === 0;
    if (isSilent) child.kill("SIGKILL");
  }, lifeMs);
  createInterface({ input: child.stderr }).on("line", (line) => {
    last.push(line);
    if (last.length > 12) last.shift();
    if (!line.startsWith("go: ")) packages += 1;
    if (Date.now() - toldAtMs < TELL_EVERY_MS) return;
    toldAtMs = Date.now();
    say(`  Temporal: ${packages} packages built, ${Math.round((toldAtMs - startedAtMs) / 1000)} s; now ${line}`);
  });
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    if (isSilent) throw new Error(`go install showed no life for ${lifeMs / 1000} seconds`);
    if (code !== 0) throw new Error(`go install ended with ${code ?? "a signal"}:\n${last.join("\n")}`);
    renameSync(join(draft, "temporal"), join(into, "temporal"));
    return join(into, "temporal");
  } finally {
    clearTimeout(noLife);
    rmSync(draft, { recursive: true, force: true });
  }
};
