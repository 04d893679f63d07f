import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bundleWorkflowCode } from "@temporalio/worker";

const require = createRequire(import.meta.url);

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .sort()
    .map((file) => join(folder, file));

/** Names the bundle by all that goes into it: the workflows' sources, the contracts', and the SDK's version. */
const bundleHash = (): string => {
  const hash = createHash("sha256");
  const sdk: { version: string } = require("@temporalio/worker/package.json");
  hash.update(sdk.version);
  for (const file of [
    ...sourcesIn(dirname(require.resolve("@sluice/workflows"))),
    ...sourcesIn(dirname(require.resolve("@sluice/contracts"))),
  ]) {
    hash.update("\0").update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 24);
};

/**
 * Answers the path of the workflow bundle in `cacheDir`, built when the one of this very source is not there yet.
 *
 * It appears whole or not at all, so two workers that start at once do no harm.
 */
export const workflowBundle = async (cacheDir: string): Promise<string> => {
  mkdirSync(cacheDir, { recursive: true });
  const name = `workflows-${bundleHash()}.js`;
  const path = join(cacheDir, name);
  if (readdirSync(cacheDir).includes(name)) return path;
  const { code } = await bundleWorkflowCode({
    workflowsPath: require.resolve("@sluice/workflows"),
    workflowInterceptorModules: [require.resolve("@sluice/workflows/tracedCarrier")],
  });
  const draft = join(cacheDir, `.${name}-${process.pid}-${randomBytes(4).toString("hex")}`);
  writeFileSync(draft, code);
  renameSync(draft, path);
  return path;
};
