import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { installFolders } from "../installFolders.ts";
import { endProcess, untilGone } from "../machine/endProcess.ts";
import { withLock } from "../machine/fileLock.ts";
import { freePort } from "../machine/freePort.ts";
import { isListening } from "../machine/isListening.ts";
import { pause } from "../machine/pause.ts";
import { isAlive, type ProcessMark } from "../machine/processMark.ts";
import type { Say } from "../machine/say.ts";
import { tailOf } from "../machine/tailOf.ts";
import { launchTemporal } from "./launchTemporal.ts";
import { readServerBook, type ServerEntry, writeServerBook } from "./serverBook.ts";
import { temporalAnswers } from "./temporalAnswers.ts";
import { temporalCli } from "./temporalCli.ts";

/** A Temporal dev server that answers. */
export interface RunningTemporal {
  readonly address: string;
  readonly namespace: string;
  readonly port: number;
  readonly uiPort: number;
  /** Its only state. Losing it costs minutes: the sweep sends everything wanted again. */
  readonly file: string;
  readonly process: ProcessMark;
  readonly wasAdopted: boolean;
  /** Where a file that did not open was put, or `null`. */
  readonly movedAside: string | null;
  /** Resolves when the server has ended, whoever ended it. */
  untilExit(): Promise<void>;
  stop(): Promise<void>;
}

export interface StartTemporal {
  readonly dataDir: string;
  readonly preferredPort?: number;
  readonly preferredUiPort?: number;
  readonly namespace?: string;
  readonly say?: Say;
  /** Ends a download or build of the CLI when it is no longer wanted. */
  readonly signal?: AbortSignal;
}

const ANSWER_WITHIN_MS = 60_000;

/** Waits until the server answers; `false` when it ended or was silent for a minute (then it is ended). */
const untilAnswers = async ({ process: mark, port }: ServerEntry, namespace: string): Promise<boolean> => {
  const deadlineMs = Date.now() + ANSWER_WITHIN_MS;
  while (isAlive(mark) && Date.now() < deadlineMs) {
    if ((await isListening(port)) && (await temporalAnswers(`127.0.0.1:${port}`, namespace))) return true;
    await pause(50);
  }
  await endProcess(mark, { withinMs: 5_000 });
  return false;
};

const moveAside = (file: string): string => {
  const aside = `${file}.unreadable-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`;
  renameSync(file, aside);
  for (const suffix of ["-journal", "-wal", "-shm"]) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  }
  return aside;
};

/**
 * Answers a Temporal dev server on the file of `dataDir`.
 *
 * Adopts the server that a dead parent left. A file that does not open twice is moved aside, which is said, and a new one
 * begun. Two calls at once, also in two processes, end with one server.
 */
export const startTemporal = async ({
  dataDir,
  preferredPort = 7_233,
  preferredUiPort = 8_233,
  namespace = "default",
  say = () => undefined,
  signal,
}: StartTemporal): Promise<RunningTemporal> => {
  const folders = installFolders(resolve(dataDir));
  const cli = await temporalCli(say, signal);
  return withLock(join(folders.run, "temporal.lock"), async () => {
    mkdirSync(folders.temporal, { recursive: true });
    const file = join(folders.temporal, "temporal.db");
    const book = join(folders.run, "temporal.json");
    const logFile = join(folders.logs, "temporal.log");
    const running = (entry: ServerEntry, wasAdopted: boolean, movedAside: string | null): RunningTemporal => ({
      address: `127.0.0.1:${entry.port}`,
      namespace,
      port: entry.port,
      uiPort: entry.uiPort,
      file,
      process: entry.process,
      wasAdopted,
      movedAside,
      untilExit: () => untilGone(entry.process),
      stop: async () => {
        await endProcess(entry.process, { withinMs: 15_000 });
        rmSync(book, { force: true });
      },
    });
    const launch = async (): Promise<ServerEntry | null> => {
      const port = await freePort(preferredPort);
      const uiPort = await freePort(preferredUiPort === port ? 0 : preferredUiPort);
      const entry = await launchTemporal({ cli, file, port, uiPort, namespace, logFile });
      writeServerBook(book, entry);
      return (await untilAnswers(entry, namespace)) ? entry : null;
    };

    const left = readServerBook(book);
    if (left !== null && isAlive(left.process) && (await untilAnswers(left, namespace)))
      return running(left, true, null);

    const first = (await launch()) ?? (await launch());
    if (first !== null) return running(first, false, null);
    if (!existsSync(file)) throw new Error(`Temporal does not start:\n${tailOf(logFile)}`);

    const movedAside = moveAside(file);
    say(`Temporal's file did not open; it was moved to ${movedAside} and a new one begun (open cases are armed anew)`);
    const second = await launch();
    if (second === null) throw new Error(`Temporal does not start:\n${tailOf(logFile)}`);
    return running(second, false, movedAside);
  });
};

/** Answers the address of the Temporal that runs on `dataDir` already, or `null`; starts nothing. */
export const findTemporalServer = async (dataDir: string): Promise<string | null> => {
  const entry = readServerBook(join(installFolders(resolve(dataDir)).run, "temporal.json"));
  if (entry === null || !isAlive(entry.process)) return null;
  const address = `127.0.0.1:${entry.port}`;
  return (await temporalAnswers(address)) ? address : null;
};
