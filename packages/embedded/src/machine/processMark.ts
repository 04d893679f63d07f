import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** One process, not only its number: a number is given to another process sooner or later, its start is not. */
export interface ProcessMark {
  readonly pid: number;
  readonly startedMark: string;
}

const linuxStart = (pid: number): string | null => {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // the first thread of a killed process is a zombie while others still end, and hold its files and ports
  const hasOtherThreads = Number(fields[17]) > 1;
  const isGone = fields[0] === "X" || (fields[0] === "Z" && !hasOtherThreads);
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return isGone ? null : `${boot}/${fields[19] ?? ""}`;
};

const startOf = (pid: number): string | null => {
  try {
    if (process.platform === "linux") return linuxStart(pid);
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
};

/** Answers the mark of a living process, or `null` when there is none of that number. A zombie does not live, once all of its threads have ended. */
export const processMark = (pid: number): ProcessMark | null => {
  const startedMark = startOf(pid);
  return startedMark === null ? null : { pid, startedMark };
};

/** Tells whether that very process still lives. */
export const isAlive = (mark: ProcessMark): boolean => startOf(mark.pid) === mark.startedMark;
