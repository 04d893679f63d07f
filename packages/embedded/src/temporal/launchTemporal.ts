import { spawn } from "node:child_process";
import { closeSync } from "node:fs";
import { openLog } from "../machine/openLog.ts";
import { processMark } from "../machine/processMark.ts";
import type { ServerEntry } from "./serverBook.ts";

export interface LaunchTemporal {
  readonly cli: string;
  readonly file: string;
  readonly port: number;
  readonly uiPort: number;
  readonly namespace: string;
  readonly logFile: string;
}

/** Starts the dev server as a process of its own that outlives us. It does not answer yet. */
export const launchTemporal = ({
  cli,
  file,
  port,
  uiPort,
  namespace,
  logFile,
}: LaunchTemporal): Promise<ServerEntry> => {
  const log = openLog(logFile);
  const child = spawn(
    cli,
    [
      "server",
      "start-dev",
      "--ip",
      "127.0.0.1",
      "--port",
      String(port),
      "--ui-port",
      String(uiPort),
      "--db-filename",
      file,
      "--namespace",
      namespace,
      "--log-level",
      "warn",
      "--log-format",
      "json",
    ],
    { cwd: "/", stdio: ["ignore", log, log], detached: true },
  );
  closeSync(log);
  child.unref();
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("spawn", () => {
      const mark = child.pid === undefined ? null : processMark(child.pid);
      if (mark === null) reject(new Error(`Temporal ended at once; see ${logFile}`));
      else resolve({ process: mark, port, uiPort });
    });
  });
};
