import { spawn } from "node:child_process";
import { closeSync } from "node:fs";
import { join } from "node:path";
import { openLog } from "../machine/openLog.ts";
import { processMark, type ProcessMark } from "../machine/processMark.ts";
import { postgresEnvironment } from "./postgresEnvironment.ts";
import type { PostgresPlace } from "./postgresPlace.ts";

/** Durability is never a setting: what was answered to a person survives the machine. */
const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "fsync=on",
  "full_page_writes=on",
  "synchronous_commit=on",
  "wal_level=replica",
  "max_connections=200",
  "timezone=UTC",
];

/** Starts the server as a process of its own that outlives us, its messages in `logFile`. It is not ready yet. */
export const launchPostgres = (place: PostgresPlace, port: number, logFile: string): Promise<ProcessMark> => {
  const log = openLog(logFile);
  const child = spawn(
    join(place.programs, "bin/postgres"),
    ["-D", place.data, "-p", String(port), ...SETTINGS.flatMap((setting) => ["-c", setting])],
    { ...place.user, cwd: "/", env: postgresEnvironment(), stdio: ["ignore", log, log], detached: true },
  );
  closeSync(log);
  child.unref();
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("spawn", () => {
      const mark = child.pid === undefined ? null : processMark(child.pid);
      if (mark === null) reject(new Error(`Postgres ended at once; see ${logFile}`));
      else resolve(mark);
    });
  });
};
