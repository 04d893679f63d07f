import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { processEnvironment } from "@sluice/config";
import { endProcess, installFolders, type ProcessMark, processMark } from "@sluice/embedded";
import { throwAwayFolder } from "../../scripts/testing/throwAwayFolder.ts";
import { eventually } from "./eventually.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What `npm start` keeps running, and the one that keeps it. */
export type HousePart = "house" | "postgres" | "temporal" | "server" | "worker";

/** A whole Sluice of one suite, as `npm start` runs it. */
export interface TestHouse {
  readonly address: string;
  readonly dataDir: string;
  /** Everything it has said so far. */
  said(): string;
  /** The process of one part as it is now; `null` while there is none. */
  partMark(part: HousePart): ProcessMark | null;
  /** kill -9 of one part. */
  kill(part: HousePart): void;
  /** Ends it as Ctrl-C does; the data stay until `close`. Answers the exit code. */
  stop(): Promise<number | null>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const pidIn = (path: string, pattern: RegExp): number | null => {
  try {
    const found = pattern.exec(readFileSync(path, "utf8"))?.[1];
    return found === undefined ? null : Number(found);
  } catch {
    return null;
  }
};

const markOf = (dataDir: string, part: HousePart): ProcessMark | null => {
  const { run, postgres } = installFolders(dataDir);
  const pid =
    part === "postgres"
      ? pidIn(join(postgres, "postmaster.pid"), /^(\d+)/)
      : pidIn(join(run, part === "house" ? "house.lock" : `${part}.json`), /"pid":(\d+)/);
  return pid === null ? null : processMark(pid);
};

/**
 * Starts a house on a data folder of its own and any free ports, and waits until it says that it is ready.
 *
 * With `dataDir` of an earlier house it starts on that one's data, which then are the earlier one's to remove. `command` is
 * what Node is given to start it; without one, boot's own work is left out.
 */
export const aHouse = async ({
  dataDir,
  env = {},
  within = 180_000,
  command = ["--import", "tsx", "scripts/start.ts"],
}: {
  dataDir?: string;
  env?: NodeJS.ProcessEnv;
  within?: number;
  command?: readonly string[];
} = {}): Promise<TestHouse> => {
  const folder = dataDir === undefined ? throwAwayFolder() : { path: dataDir, remove: () => undefined };
  const child = spawn(process.execPath, [...command], {
    cwd: root,
    env: { ...processEnvironment(), NODE_ENV: "production", PORT: "0", SLUICE_DATA_DIR: folder.path, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const exit = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => resolve(code));
  });
  const isReady = (said: string): boolean => {
    if (child.exitCode !== null) throw new Error(`the house ended with ${child.exitCode}:\n${said}`);
    return said.includes("Ctrl-C stops all of it.");
  };
  const stop = (): Promise<number | null> => {
    child.kill("SIGINT");
    return exit;
  };
  const close = async (): Promise<void> => {
    await stop();
    if (dataDir !== undefined) return;
    for (const part of ["server", "worker", "temporal", "postgres"] as const) {
      const left = markOf(folder.path, part);
      if (left !== null) await endProcess(left, { signal: part === "postgres" ? "SIGINT" : "SIGTERM" });
    }
    folder.remove();
  };
  try {
    await eventually(
      () => output,
      (said) => child.exitCode !== null || isReady(said),
      { within },
    );
    isReady(output);
  } catch (cause) {
    await close();
    throw cause;
  }
  return {
    address: /Sluice is at (\S+)/.exec(output)?.[1] ?? "",
    dataDir: folder.path,
    said: () => output,
    partMark: (part) => markOf(folder.path, part),
    kill: (part) => {
      const mark = markOf(folder.path, part);
      if (mark === null) throw new Error(`there is no ${part} to kill`);
      process.kill(mark.pid, "SIGKILL");
    },
    stop,
    close,
    [Symbol.asyncDispose]: close,
  };
};
