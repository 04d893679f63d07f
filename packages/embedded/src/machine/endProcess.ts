import { pause } from "./pause.ts";
import { isAlive, type ProcessMark } from "./processMark.ts";

/** Resolves when that process is gone, whoever its parent is. */
export const untilGone = async (mark: ProcessMark): Promise<void> => {
  while (isAlive(mark)) await pause(50);
};

const send = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "ESRCH")) throw cause;
  }
};

/**
 * Ends a process politely and waits until it is gone; what has not ended `withinMs` later is killed.
 *
 * With `asGroup` the signals go to the process and all it started (it must lead a group of its own).
 */
export const endProcess = async (
  mark: ProcessMark,
  {
    signal = "SIGTERM",
    withinMs = 15_000,
    asGroup = false,
  }: { signal?: NodeJS.Signals; withinMs?: number; asGroup?: boolean } = {},
): Promise<void> => {
  if (!isAlive(mark)) return;
  const target = asGroup ? -mark.pid : mark.pid;
  send(target, signal);
  const gone = untilGone(mark);
  const timer = setTimeout(() => isAlive(mark) && send(target, "SIGKILL"), withinMs);
  await gone;
  clearTimeout(timer);
};
