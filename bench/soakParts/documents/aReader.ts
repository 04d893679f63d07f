import { type ChildProcess, execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import type { DocumentedCommand } from "../../../scripts/docs/commandsIn.ts";

/** What CI does at full length, and no reader's trial. */
const LEFT_TO_CI = /^npm (test\b|run (check|bench|soak)\b)/;
const KEEPS_RUNNING = /^npm (start\b|run dev\b)/;
const IS_UP = "Ctrl-C stops all of it.";

/** What became of a command. */
export interface Tried {
  readonly isRun: boolean;
  /** Why it did not go as the document says; null when it did. */
  readonly failure: string | null;
}

const describedAs = ({ document, line, text }: DocumentedCommand, why: string): string =>
  `${document}:${line} ${text}\n${why}`;

/** Somebody who types what a document says, line after line, in one folder. A house they start goes on until they stop it. */
export const aReader = (cwd: string, env: NodeJS.ProcessEnv) => {
  let house: { child: ChildProcess; said: () => string; ended: Promise<void> } | null = null;

  const stop = async (): Promise<void> => {
    if (house === null) return;
    const { child, ended } = house;
    house = null;
    // as a terminal does it: to everybody in the foreground
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGINT");
    await ended;
  };
  const start = async (text: string, deadlineMs: number): Promise<string | null> => {
    await stop();
    const child = spawn("sh", ["-c", text], { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const ended = new Promise<void>((resolve) => void child.once("close", () => resolve()));
    house = { child, said: () => said, ended };
    while (!said.includes(IS_UP)) {
      if (child.exitCode !== null || Date.now() > deadlineMs) return said;
      await new Promise((resolve) => void setTimeout(resolve, 200));
    }
    return null;
  };
  const run = async (text: string, timeout: number): Promise<string | null> => {
    try {
      await promisify(execFile)("sh", ["-c", text], { cwd, env, timeout, maxBuffer: 50_000_000 });
      return null;
    } catch (error) {
      if (!(error instanceof Error && "stdout" in error && "stderr" in error)) throw error;
      return `${String(error.stdout)}${String(error.stderr)}`;
    }
  };
  return {
    stop,
    type: async (command: DocumentedCommand, deadlineMs: number): Promise<Tried> => {
      const { text } = command;
      if (text.startsWith("#")) {
        if (text.includes("Ctrl-C")) await stop();
        return { isRun: false, failure: null };
      }
      if (LEFT_TO_CI.test(text)) return { isRun: false, failure: null };
      const said = KEEPS_RUNNING.test(text)
        ? await start(text, deadlineMs)
        : await run(text, Math.max(1_000, deadlineMs - Date.now()));
      return { isRun: true, failure: said === null ? null : describedAs(command, said.slice(-2_000)) };
    },
  };
};
