import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { processEnvironment } from "@sluice/config";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Runs what `npm run <name> -- <args>` runs on an install, and answers what it said. */
export const runScript = async (
  dataDir: string,
  name: "backup" | "restore",
  ...args: readonly string[]
): Promise<string> =>
  (
    await promisify(execFile)(process.execPath, ["--import", "tsx", `scripts/${name}.ts`, ...args], {
      cwd: root,
      env: { ...processEnvironment(), SLUICE_DATA_DIR: dataDir },
    })
  ).stdout;
