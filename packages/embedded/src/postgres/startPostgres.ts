import { join, resolve } from "node:path";
import { installSecret } from "@sluice/config";
import { installFolders } from "../installFolders.ts";
import { endProcess, untilGone } from "../machine/endProcess.ts";
import { withLock } from "../machine/fileLock.ts";
import { freePort } from "../machine/freePort.ts";
import { pause } from "../machine/pause.ts";
import { isAlive, processMark, type ProcessMark } from "../machine/processMark.ts";
import type { Say } from "../machine/say.ts";
import { tailOf } from "../machine/tailOf.ts";
import { clearDeadPidFile, readPidFile } from "./clearDeadPidFile.ts";
import { ensureDatabase } from "./ensureDatabase.ts";
import { initCluster } from "./initCluster.ts";
import { knock } from "./knock.ts";
import { launchPostgres } from "./launchPostgres.ts";
import { APP_SECRET, OWNER_SECRET, postgresAddresses, SUPERUSER_SECRET } from "./postgresAddresses.ts";
import { postgresData, postgresPlace } from "./postgresPlace.ts";

/** A Postgres that answers. */
export interface RunningPostgres {
  /** As the app's role. */
  readonly url: string;
  /** As the owner, who migrates. */
  readonly ownerUrl: string;
  /** As superuser: for backups and throw-away databases only, never given to the app. */
  readonly superuserUrl: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly process: ProcessMark;
  /** True when it was running already. */
  readonly wasAdopted: boolean;
  /** Resolves when the server has ended, whoever ended it. */
  untilExit(): Promise<void>;
  stop(): Promise<void>;
}

export interface StartPostgres {
  readonly dataDir: string;
  /** Taken when free; the server then keeps it for as long as it runs. */
  readonly preferredPort?: number;
  readonly say?: Say;
}

interface Found {
  readonly mark: ProcessMark;
  readonly port: number;
}

const described = (
  dataDir: string,
  dataFolder: string,
  { mark, port }: Found,
  wasAdopted: boolean,
): RunningPostgres => ({
  ...postgresAddresses(dataDir, port),
  port,
  dataFolder,
  process: mark,
  wasAdopted,
  untilExit: () => untilGone(mark),
  stop: () => endProcess(mark, { signal: "SIGINT", withinMs: 60_000 }),
});

/** Waits for a server that may be there: until it answers, or until there is none. */
const findRunning = async (data: string, superuser: (port: number) => string): Promise<Found | null> => {
  for (;;) {
    await clearDeadPidFile(data);
    const found = readPidFile(data);
    const mark = found === null ? null : processMark(found.pid);
    if (found === null || mark === null) return null;
    if (Number.isInteger(found.port) && (await knock(superuser(found.port), data)) === "ready") {
      return { mark, port: found.port };
    }
    await pause(100);
  }
};

const launch = async (
  ready: (port: number) => Promise<boolean>,
  spawnOn: (port: number) => Promise<ProcessMark>,
  preferredPort: number,
): Promise<Found | null> => {
  const port = await freePort(preferredPort);
  const mark = await spawnOn(port);
  while (isAlive(mark)) {
    if (await ready(port)) return { mark, port };
    await pause(25);
  }
  return null;
};

/**
 * Answers a Postgres that runs on the data of `dataDir`, with the install's database and both roles in it.
 *
 * Makes the cluster on first use, adopts a server that a dead parent left, recovers after a crash. Two calls at once, also
 * in two processes, end with one server. Works as root and as a plain user.
 */
export const startPostgres = ({
  dataDir,
  preferredPort = 54_320,
  say = () => undefined,
}: StartPostgres): Promise<RunningPostgres> => {
  const folders = installFolders(resolve(dataDir));
  return withLock(join(folders.run, "postgres.lock"), async () => {
    const place = postgresPlace(resolve(dataDir), say);
    const superuser = (port: number): string => postgresAddresses(dataDir, port).superuserUrl;
    await initCluster(place, installSecret(dataDir, SUPERUSER_SECRET));
    const logFile = join(folders.logs, "postgres.log");
    const adopted = await findRunning(place.data, superuser);
    const once = (): Promise<Found | null> =>
      launch(
        async (port) => (await knock(superuser(port), place.data)) === "ready",
        (port) => launchPostgres(place, port, logFile),
        preferredPort,
      );
    const found = adopted ?? (await once()) ?? (await once());
    if (found === null) throw new Error(`Postgres does not start on ${place.data}:\n${tailOf(logFile)}`);
    await ensureDatabase(superuser(found.port), {
      ownerPassword: installSecret(dataDir, OWNER_SECRET),
      appPassword: installSecret(dataDir, APP_SECRET),
    });
    return described(dataDir, place.data, found, adopted !== null);
  });
};

/** Answers the Postgres that runs on `dataDir` already, or `null`; starts and makes nothing. */
export const findPostgres = async (dataDir: string): Promise<RunningPostgres | null> => {
  const data = postgresData(resolve(dataDir));
  const found = readPidFile(data);
  const mark = found === null ? null : processMark(found.pid);
  if (found === null || mark === null) return null;
  const { superuserUrl } = postgresAddresses(dataDir, found.port);
  return (await knock(superuserUrl, data)) === "ready"
    ? described(dataDir, data, { mark, port: found.port }, true)
    : null;
};
