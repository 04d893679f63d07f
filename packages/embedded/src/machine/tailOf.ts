import { readFileSync } from "node:fs";

/** Answers the last lines of a text file, for the person who must see why something died; nothing if there is none. */
export const tailOf = (path: string, lines = 15): string => {
  try {
    return readFileSync(path, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
  } catch {
    return "";
  }
};
