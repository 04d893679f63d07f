import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { processEnvironment } from "@sluice/config";

const { CHROMIUM_PATH = "/usr/bin/chromium" } = processEnvironment();

/** The browser layer: the system's Chromium, one page at a time, nothing tried twice. */
export default defineConfig({
  testDir: ".",
  outputDir: fileURLToPath(new URL("../../test-results", import.meta.url)),
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  use: {
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
