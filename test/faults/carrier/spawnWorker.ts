import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { processEnvironment } from "@sluice/config";
import { eventually } from "../../support/index.ts";

/** The moments at which a worker can be made to die: between every two of begin, work, commit and return. */
export type Aim =
  | "never"
  | "beforeBegin"
  | "afterBegin"
  | "afterWork"
  | "duringCommit"
  | "afterCommit"
  | "beforeAlarm"
  | "afterAlarm";

/** A worker in a process of its own. */
export interface SpawnedWorker {
  /** Settles with the signal that ended it. */
  readonly ended: Promise<NodeJS.Signals | null>;
  kill(): Promise<unknown>;
}

const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

export const spawnWorker = async ({
  url,
  address,
  aim = "never",
}: {
  url: string;
  address: string;
  aim?: Aim;
}): Promise<SpawnedWorker> => {
  const script = fileURLToPath(new URL("killableWorker.ts", import.meta.url));
  const child: ChildProcess = spawn(process.execPath, ["--import", loader, script, url, address, aim, tmpdir()], {
    env: processEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part: Buffer) => (said += part.toString()));
  const ended = new Promise<NodeJS.Signals | null>(
    (resolve) => void child.once("exit", (_code, signal) => resolve(signal)),
  );
  await eventually(
    () => said,
    (text) => text.includes("ready") || child.exitCode !== null || child.signalCode !== null,
    { within: 110_000 },
  );
  if (!said.includes("ready") && child.signalCode === null) throw new Error(`the worker did not start:\n${said}`);
  return {
    ended,
    kill: () => {
      child.kill("SIGKILL");
      return ended;
    },
  };
};
