import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../house/root.ts";
import { type Count, countPlaywright, countVitest } from "./count.ts";
import type { Layer } from "./layers.ts";
import { runLimited } from "./runLimited.ts";

const commandOf = (
  layer: Layer,
  report: string,
  filters: readonly string[],
): { args: string[]; env: NodeJS.ProcessEnv } =>
  layer.runner === "vitest"
    ? {
        args: [
          join(root, "node_modules/vitest/vitest.mjs"),
          "run",
          "--config",
          join(root, "vitest.layers.ts"),
          "--project",
          layer.name,
          "--maxWorkers",
          String(layer.workers),
          "--reporter=default",
          "--reporter=json",
          `--outputFile.json=${report}`,
          ...filters,
        ],
        env: {},
      }
    : {
        args: [
          join(root, "test/node_modules/@playwright/test/cli.js"),
          "test",
          "--config",
          join(root, "test/e2e/playwright.config.ts"),
          "--reporter=list,json",
          ...filters,
        ],
        env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      };

const readReport = (path: string): unknown => {
  if (!existsSync(path)) return null;
  const report: unknown = JSON.parse(readFileSync(path, "utf8"));
  return report;
};

/** Runs one layer within its budget and counts. A layer whose folder is not there yet counts nothing. */
export const runLayer = async (
  layer: Layer,
  { env, filters, signal }: { env: NodeJS.ProcessEnv; filters: readonly string[]; signal: AbortSignal },
): Promise<Count> => {
  if (layer.folder !== null && !existsSync(join(root, layer.folder))) {
    return { passed: 0, failed: 0, failures: [], remarks: [`${layer.folder} does not exist yet`] };
  }
  const folder = mkdtempSync(join(tmpdir(), "sluice-report-"));
  const report = join(folder, "report.json");
  try {
    const { args, env: own } = commandOf(layer, report, filters);
    const ended = await runLimited({
      command: process.execPath,
      args,
      env: { ...env, ...own },
      withinMs: layer.minutes * 60_000,
      signal,
    });
    const counted = layer.runner === "vitest" ? countVitest(readReport(report)) : countPlaywright(readReport(report));
    if (ended === "too late") {
      const remark = `not done within its ${layer.minutes} minutes, which counts as failed`;
      return { ...counted, failed: Math.max(counted.failed, 1), remarks: [remark] };
    }
    const isUnexplained = ended !== 0 && counted.failed === 0;
    return isUnexplained ? { ...counted, failed: 1, remarks: [`the runner ended with ${ended}`] } : counted;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
