import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { processEnvironment } from "@sluice/config";
import { type Say, withLock } from "@sluice/embedded";
import { root } from "./root.ts";

const viteProgram = join(root, "studio/node_modules/vite/bin/vite.js");

/** All that the built studio is made of. */
const SOURCES = [
  "studio/src",
  "studio/public",
  "studio/index.html",
  "studio/vite.config.ts",
  "packages/process/src",
  "packages/domain/src",
  "packages/problems/src",
  "packages/contracts/src",
  "pnpm-lock.yaml",
];

const filesIn = (path: string): string[] => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesIn(join(path, name)));
};

const sourcesHash = (): string => {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((source) => filesIn(join(root, source)))) {
    hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest("hex");
};

const dist = join(root, "studio/dist");
const mark = join(dist, ".built-from");

const build = async (wanted: string, say: Say): Promise<void> => {
  say("Building the studio");
  const draft = `${dist}.draft`;
  const args = [viteProgram, "build", "--logLevel", "warn", "--outDir", draft, "--emptyOutDir"];
  const env = { ...processEnvironment(), NODE_ENV: "production", NO_COLOR: "1" };
  await promisify(execFile)(process.execPath, args, { cwd: join(root, "studio"), env });
  writeFileSync(join(draft, ".built-from"), wanted);
  rmSync(`${dist}.old`, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, `${dist}.old`);
  renameSync(draft, dist);
  rmSync(`${dist}.old`, { recursive: true, force: true });
};

/**
 * Builds the studio unless what is built is made of exactly these sources.
 *
 * It is built beside its place and moved there whole, so a server that hands it out meanwhile never misses a file for
 * longer than a rename. Two houses at once build once.
 */
export const buildStudio = async (say: Say): Promise<void> => {
  if (!existsSync(join(root, "studio/vite.config.ts"))) return;
  await withLock(join(root, ".tools/studio.lock"), async () => {
    const wanted = sourcesHash();
    if (!existsSync(mark) || readFileSync(mark, "utf8") !== wanted) await build(wanted, say);
  });
};
