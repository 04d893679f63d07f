import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { processEnvironment } from "@sluice/config";
import { CLI_VERSION } from "./cliVersion.ts";

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/** The folder of this user that keeps what was fetched or built once, outside of any clone. */
export const temporalCache = (env: NodeJS.ProcessEnv = processEnvironment()): string =>
  join(env["XDG_CACHE_HOME"] || join(env["HOME"] || homedir(), ".cache"), "sluice", `temporal-${CLI_VERSION}`);

/** Answers every program of that name in the places where people and Go keep programs, in the order in which they count. */
const findPrograms = (name: string, extra: readonly string[], env: NodeJS.ProcessEnv): readonly string[] => {
  const folders = [...(env["PATH"] ?? "").split(delimiter), ...extra].filter((folder) => folder !== "");
  return [...new Set(folders.map((folder) => join(folder, name)))].filter(isProgram);
};

/** Answers the first program of that name, or `null`. */
export const findProgram = (name: string, extra: readonly string[], env = processEnvironment()): string | null =>
  findPrograms(name, extra, env)[0] ?? null;

/** Answers every Temporal CLI that is on this machine already; whether it runs is not known yet. */
export const findTemporals = (env: NodeJS.ProcessEnv = processEnvironment()): readonly string[] =>
  findPrograms(
    "temporal",
    [
      env["GOBIN"] ?? "",
      ...(env["GOPATH"] ?? "").split(delimiter).map((path) => (path === "" ? "" : join(path, "bin"))),
      join(env["HOME"] || homedir(), "go", "bin"),
      temporalCache(env),
    ],
    env,
  );

/** Answers the Temporal CLI that counts first among those on this machine, or `null`. */
export const findTemporal = (env: NodeJS.ProcessEnv = processEnvironment()): string | null =>
  findTemporals(env)[0] ?? null;
