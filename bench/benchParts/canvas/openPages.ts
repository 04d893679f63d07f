import { join, resolve } from "node:path";
import { chromium, type CDPSession, type Page as BrowserPage } from "@playwright/test";
import { processEnvironment } from "@sluice/config";
import { build, preview } from "vite";

const studio = resolve(import.meta.dirname, "../../../studio");
const built = resolve(import.meta.dirname, "../../../.tools/bench/canvas");
const { CHROMIUM_PATH = "/usr/bin/chromium" } = processEnvironment();
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--enable-precise-memory-info",
];

/** One drawing of the graph, open in a browser of its own. */
export interface Page {
  readonly name: "canvas" | "bpmnJs";
  readonly browserPage: BrowserPage;
  /** Seconds of work on the page's thread since it was opened. */
  readonly workSeconds: () => Promise<number>;
  /** What is still held after a collection. */
  readonly heapMb: () => Promise<number>;
}

const metric = async (session: CDPSession, name: string): Promise<number> => {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((each) => each.name === name)?.value ?? Number.NaN;
};

const openPage = async (name: Page["name"], address: string, nodes: number): Promise<Page> => {
  const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: flags });
  const browserPage = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
  await browserPage.goto(`${address}${name}.html?nodes=${nodes}`);
  await browserPage.waitForFunction("'measured' in window", undefined, { timeout: 120_000 });
  if (name === "canvas") await browserPage.waitForSelector('[data-ready="true"]', { timeout: 120_000 });
  const session = await browserPage.context().newCDPSession(browserPage);
  await session.send("Performance.enable");
  return {
    name,
    browserPage,
    workSeconds: () => metric(session, "TaskDuration"),
    heapMb: async () => {
      await session.send("HeapProfiler.collectGarbage");
      return (await metric(session, "JSHeapUsedSize")) / 1_048_576;
    },
  };
};

/** Builds both pages as the studio is built, serves them, and opens each in the system's Chromium. */
export const openPages = async ({ nodes, say }: { readonly nodes: number; readonly say: (line: string) => void }) => {
  const configFile = join(studio, "bench/vite.config.ts");
  await build({ configFile, logLevel: "warn", build: { outDir: built, emptyOutDir: true } });
  const server = await preview({
    configFile,
    logLevel: "warn",
    build: { outDir: built },
    preview: { host: "127.0.0.1", port: 0 },
  });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error("the pages are not served");
  const all = [await openPage("canvas", address, nodes), await openPage("bpmnJs", address, nodes)];
  say(`${nodes} nodes in each of two browsers`);
  return {
    all,
    [Symbol.asyncDispose]: async () => {
      for (const { browserPage } of all) await browserPage.context().browser()?.close();
      await server.close();
    },
  };
};
