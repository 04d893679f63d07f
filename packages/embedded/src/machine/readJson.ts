import { readFileSync } from "node:fs";

/** Answers what a JSON file holds, or `null` when it is not there or was cut off by a crash. */
export const readJson = (path: string): unknown => {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return value;
  } catch {
    return null;
  }
};
