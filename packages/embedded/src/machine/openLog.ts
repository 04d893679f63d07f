import { mkdirSync, openSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";

const LARGEST = 20_000_000;

/** Opens a log file for appending and answers its descriptor; a file over 20 MB is kept aside once, as `.1`. */
export const openLog = (path: string): number => {
  mkdirSync(dirname(path), { recursive: true });
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(path, `${path}.1`);
  return openSync(path, "a");
};
