import { readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pause } from "../machine/pause.ts";
import { processMark } from "../machine/processMark.ts";

const isServerOf = (pid: number, data: string): boolean => {
  if (processMark(pid) === null) return false;
  if (process.platform !== "linux") return true;
  return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(data);
};

/** Every process of a server stands in its data folder, so also a session that outlives its killed parent is seen. */
const someoneWorksIn = (data: string): boolean =>
  readdirSync("/proc").some((entry) => {
    try {
      return /^\d+$/.test(entry) && readlinkSync(`/proc/${entry}/cwd`) === data;
    } catch {
      return false;
    }
  });

/** Answers the first lines of the server's own book, or `null`. */
export const readPidFile = (data: string): { pid: number; port: number } | null => {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null;
  }
};

/**
 * Removes the pid file of a server that is gone for certain, and nothing else.
 *
 * The file outlives a kill -9, and its number may by now belong to a zombie or to a stranger: Postgres would take either
 * for a living server and refuse to start. Sessions that outlive their killed server are waited for first.
 */
export const clearDeadPidFile = async (data: string): Promise<void> => {
  const found = readPidFile(data);
  if (found === null || process.platform !== "linux") return;
  if (isServerOf(found.pid, data)) return;
  for (let look = 0; look < 100 && someoneWorksIn(data); look++) await pause(100);
  if (!someoneWorksIn(data)) rmSync(join(data, "postmaster.pid"), { force: true });
};
