import type { ProcessMark } from "../machine/processMark.ts";
import { readJson } from "../machine/readJson.ts";
import { writeWhole } from "../machine/writeWhole.ts";

/** What is kept about a running Temporal server, so that the next start can adopt it. */
export interface ServerEntry {
  readonly process: ProcessMark;
  readonly port: number;
  readonly uiPort: number;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Answers the entry, or `null` when there is none that makes sense. */
export const readServerBook = (path: string): ServerEntry | null => {
  const read = readJson(path);
  if (!isObject(read) || !isObject(read["process"])) return null;
  const { pid, startedMark } = read["process"];
  const { port, uiPort } = read;
  return typeof pid === "number" &&
    typeof startedMark === "string" &&
    typeof port === "number" &&
    typeof uiPort === "number"
    ? { process: { pid, startedMark }, port, uiPort }
    : null;
};

export const writeServerBook = (path: string, entry: ServerEntry): void => writeWhole(path, JSON.stringify(entry));
