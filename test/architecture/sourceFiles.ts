import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

const FOLDERS = ["packages", "workflows", "activities", "server", "studio", "scripts", "test", "bench"];
const NOT_OURS = new Set([
  "node_modules",
  ".types",
  "dist",
  "generated",
  "histories",
  "test-results",
  "playwright-report",
]);

/** A source file, by its path from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });

/** Every TypeScript file that a person writes. */
export const sourceFiles = (): SourceFile[] =>
  FOLDERS.flatMap((folder) => walk(join(root, folder)))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, "utf8") }));
