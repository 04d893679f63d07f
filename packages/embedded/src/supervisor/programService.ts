import { spawn } from "node:child_process";
import { closeSync, rmSync } from "node:fs";
import { join } from "node:path";
import { endProcess, untilGone } from "../machine/endProcess.ts";
import { openLog } from "../machine/openLog.ts";
import { pause } from "../machine/pause.ts";
import { isAlive, type ProcessMark, processMark } from "../machine/processMark.ts";
import { readJson } from "../machine/readJson.ts";
import { tailOf } from "../machine/tailOf.ts";
import { writeWhole } from "../machine/writeWhole.ts";
import type { Service } from "./service.ts";

/** A program of ours that is kept running. */
export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Where its output goes; `null` = to our own terminal. */
  readonly logFile: string | null;
  /** The folder that remembers what runs, so that one left by a dead parent is ended before its successor starts. */
  readonly runFolder: string;
  /** Asked until it says yes; absent when running is all that can be known. */
  readonly isReady?: () => Promise<boolean>;
  readonly readyWithinMs?: number;
  readonly stopWithinMs?: number;
}

const leftOver = (book: string): ProcessMark | null => {
  const read = readJson(book);
  return typeof read === "object" && read !== null && "pid" in read && "startedMark" in read
    ? { pid: Number(read.pid), startedMark: String(read.startedMark) }
    : null;
};

/** Ends the program of that name that a dead parent left, if there is one. */
export const endLeftOver = async (runFolder: string, name: string, withinMs = 15_000): Promise<void> => {
  const old = leftOver(join(runFolder, `${name}.json`));
  if (old !== null) await endProcess(old, { asGroup: true, withinMs });
};

const launch = (program: Program): Promise<ProcessMark> => {
  const log = program.logFile === null ? null : openLog(program.logFile);
  const output = log ?? "inherit";
  const child = spawn(program.command, program.args, {
    cwd: program.cwd,
    env: program.env,
    stdio: ["ignore", output, output],
    detached: true,
  });
  if (log !== null) closeSync(log);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("spawn", () => {
      const mark = child.pid === undefined ? null : processMark(child.pid);
      if (mark === null) reject(new Error(`${program.name} ended at once`));
      else resolve(mark);
    });
  });
};

/**
 * A program as a service, in a process group of its own: Ctrl-C reaches the supervisor alone, which ends the whole group
 * in its order.
 */
export const programService = (program: Program): Service => ({
  name: program.name,
  start: async (signal) => {
    const { name, runFolder, logFile, isReady, readyWithinMs = 120_000, stopWithinMs = 15_000 } = program;
    const book = join(runFolder, `${name}.json`);
    await endLeftOver(runFolder, name, stopWithinMs);
    const mark = await launch(program);
    writeWhole(book, JSON.stringify(mark));
    const stop = async (): Promise<void> => {
      await endProcess(mark, { asGroup: true, withinMs: stopWithinMs });
      rmSync(book, { force: true });
    };
    const deadlineMs = Date.now() + readyWithinMs;
    while (isReady !== undefined && !(await isReady())) {
      const isLate = Date.now() > deadlineMs;
      if (isAlive(mark) && !isLate && !signal.aborted) {
        await pause(50);
        continue;
      }
      await stop();
      if (signal.aborted) throw new Error(`${name} is no longer wanted`);
      const why = isLate ? `was not ready within ${readyWithinMs / 1000} s` : "ended before it was ready";
      throw new Error(`${name} ${why}${logFile === null ? "" : ` (${logFile}):\n${tailOf(logFile)}`}`);
    }
    return { untilExit: () => untilGone(mark), stop };
  },
});
