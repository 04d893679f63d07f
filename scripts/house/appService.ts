import { join } from "node:path";
import { installFolders, programService, type Service } from "@sluice/embedded";
import type { AppProgram } from "./appPrograms.ts";
import { root } from "./root.ts";

export interface AppService {
  readonly program: AppProgram;
  readonly env: NodeJS.ProcessEnv;
  readonly address: string;
  readonly dataDir: string;
  /** Starts anew when a source changes, and shows its output here instead of keeping it in a log. */
  readonly reloads: boolean;
}

const answers = (address: string) => async (): Promise<boolean> => {
  try {
    return (await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
};

/** A program of Sluice as a service: its sources are run as they are, by tsx. */
export const appService = ({ program, env, address, dataDir, reloads }: AppService): Service => {
  const { logs, run } = installFolders(dataDir);
  const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
  return programService({
    name: program.name,
    command: process.execPath,
    args: reloads ? [tsx, "watch", "--clear-screen=false", program.entry] : ["--import", "tsx", program.entry],
    cwd: root,
    env,
    logFile: reloads ? null : join(logs, `${program.name}.log`),
    runFolder: run,
    ...(program.isAnswering ? { isReady: answers(address) } : {}),
  });
};
