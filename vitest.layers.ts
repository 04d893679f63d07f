import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const propertyRuns = fileURLToPath(new URL("test/support/propertyRuns.ts", import.meta.url));

/** A layer whose suites stand on real servers: patient, and every file in a process of its own. */
const onServers = (name: string) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    setupFiles: [propertyRuns],
    pool: "forks" as const,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "packages/*/src/**/*.test.ts",
            "scripts/**/*.test.ts",
            "{workflows,activities,server,studio}/src/**/*.test.{ts,tsx}",
          ],
          setupFiles: [propertyRuns],
          // Unit tests leave nothing behind and mock no modules, so files share a process: three times as fast.
          pool: "threads",
          isolate: false,
          testTimeout: 60_000,
        },
      },
      onServers("stories"),
      onServers("doors"),
      onServers("faults"),
      onServers("replay"),
      {
        test: {
          name: "architecture",
          include: ["test/architecture/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
