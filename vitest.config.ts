import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** For one file or one package at a time; the layers as `npm test` runs them are in vitest.layers.ts. */
export default defineConfig({
  test: {
    allowOnly: false,
    setupFiles: [fileURLToPath(new URL("test/support/propertyRuns.ts", import.meta.url))],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
