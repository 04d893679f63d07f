import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { processEnvironment } from "@sluice/config";
import { findTemporal } from "@sluice/embedded";
import { root } from "../house/root.ts";
import { type Finding, note, ok, problem } from "./finding.ts";

const isRunnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const checkNode = (): Finding => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > 20 || (major === 20 && minor >= 19)
    ? ok(`Node ${process.versions.node}`)
    : problem(`Node ${process.versions.node} is too old`, "install Node 20.19 or newer");
};

const checkPnpm = (): Finding => {
  const tools = join(root, ".tools");
  const found = existsSync(tools) ? readdirSync(tools).find((name) => /^pnpm-[\d.]+$/.test(name)) : undefined;
  return found === undefined ? problem("pnpm is not fetched yet", "run npm start once") : ok(found.replace("-", " "));
};

const checkChromium = (): Finding => {
  const path = processEnvironment()["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  return isRunnable(path)
    ? ok(`Chromium for the browser tests: ${path}`)
    : problem(
        `there is no Chromium at ${path} (only the browser tests need it)`,
        "apt-get install chromium, or set CHROMIUM_PATH",
      );
};

const checkTemporalCli = (): Finding => {
  const path = findTemporal();
  return path === null
    ? note("the Temporal CLI is not here yet; npm start fetches or builds it")
    : ok(`Temporal CLI: ${path}`);
};

/** What Sluice needs of this machine. */
export const checkMachine = (): Finding[] => [checkNode(), checkPnpm(), checkTemporalCli(), checkChromium()];
