import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { SourceTree } from "./part.ts";

/** The sources below a folder. */
export const sourceTree = (folder: string): SourceTree => ({
  read: (path) =>
    statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true
      ? readFileSync(join(folder, path), "utf8")
      : null,
  list: (path) =>
    statSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory() === true
      ? readdirSync(join(folder, path))
      : [],
});
