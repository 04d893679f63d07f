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
  join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "sluice", `temporal-${CLI_VERSION}`);

/** Answers the first program of that name in the places where people and Go keep programs, or `null`. */
export const findProgram = (name: string, extra: readonly string[], env = processEnvironment()): string | null =>
  [...(env["PATH"] ?? "").split(delimiter), ...extra]
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, name))
    .find(isProgram) ?? null;

/** Answers the Temporal CLI that is on this machine already, or `null`. */
export const findTemporal = (env: NodeJS.ProcessEnv = processEnvironment()): string | null =>
  findProgram(
    "temporal",
    [
      env["GOBIN"] ?? "",
      ...(env["GOPATH"] ?? "").split(delimiter).map((path) => (path === "" ? "" : join(path, "bin"))),
      join(homedir(), "go", "bin"),
      temporalCache(env),
    ],
    env,
  );
