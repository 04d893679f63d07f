import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processEnvironment } from "@sluice/config";
import { commandsIn, DOCUMENTS } from "../../scripts/docs/commandsIn.ts";
import { root } from "../../scripts/house/root.ts";
import { productionServers } from "../../test/support/productionServers.ts";
import { aReader } from "./documents/aReader.ts";
import type { SoakPart } from "./soakPart.ts";

const PRODUCTION = "docs/guides/production.md";

/** The values that the guide for production leaves to its reader. */
const settingsOf = (servers: Awaited<ReturnType<typeof productionServers>>, text: string): NodeJS.ProcessEnv => {
  const chosen = { "db.example": `127.0.0.1:${servers.port}`, "temporal.example:7233": servers.temporal };
  const lines = commandsIn(PRODUCTION, text, "ini").map((command) => command.text);
  const given = lines.map((line) =>
    Object.entries(chosen).reduce((known, [name, value]) => known.replaceAll(name, value), line),
  );
  return Object.fromEntries(given.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
};

/**
 * Types what the documents say, as they say it, in a fresh clone with spaces and Chinese letters in its path.
 *
 * What `npm test`, `check`, `bench` and `soak` do is left to CI. The guide for production gets a Postgres and a Temporal of its own.
 */
export const docs: SoakPart = async ({ deadlineMs, say }) => {
  const folder = mkdtempSync(join(tmpdir(), "sluice-docs-"));
  chmodSync(folder, 0o755);
  const clone = join(folder, "a clone 副本");
  execFileSync("git", ["clone", "--quiet", root, clone]);
  const failures: string[] = [];
  let run = 0;
  try {
    for (const document of DOCUMENTS) {
      const text = readFileSync(join(clone, document), "utf8");
      const servers = document === PRODUCTION ? await productionServers(folder) : null;
      const { SLUICE_DATA_DIR: _kept, ...rest } = processEnvironment();
      const env = { ...rest, PORT: "0", ...(servers === null ? {} : settingsOf(servers, text)) };
      const reader = aReader(clone, env);
      try {
        await servers?.prepare(commandsIn(document, text, "sql").map((command) => command.text));
        for (const command of commandsIn(document, text)) {
          const { isRun, failure } = await reader.type(command, deadlineMs);
          if (isRun) say(`${failure === null ? "ok    " : "NOT OK"} ${document}:${command.line} ${command.text}`);
          run += isRun ? 1 : 0;
          if (failure !== null) failures.push(failure);
        }
      } finally {
        await reader.stop();
        await servers?.close();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { isDone: true, figures: `${run} commands of ${DOCUMENTS.length} documents`, failures };
};
