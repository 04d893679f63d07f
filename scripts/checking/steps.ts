import { join } from "node:path";
import { root } from "../house/root.ts";

/** One thing that must hold before anything is merged. */
export interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

const step = (name: string, program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Step => ({
  name,
  command: join(root, "node_modules/.bin", program),
  args,
  env,
});

const SOURCES = ["packages", "workflows", "activities", "server", "studio", "scripts", "test", "bench"];

/** All steps; the longest come first, so that two at a time end together. */
export const steps: readonly Step[] = [
  step("types", "tsc", ["-b"]),
  step("units", "vitest", ["run", "--config", "vitest.layers.ts", "--project", "unit", "--reporter=dot"], {
    PROPERTY_RUNS: "200",
  }),
  step("boundaries", "depcruise", ["--config", ".dependency-cruiser.cjs", ...SOURCES]),
  step("unused", "knip", ["--no-progress", "--no-config-hints"]),
  step("lint", "oxlint", ["--deny-warnings"]),
  step("format", "oxfmt", ["--check"]),
  step("versions", "sherif", []),
];
