import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "./sourceFiles.ts";

const violations = (...given: string[]): string[] => {
  const program = join(root, "node_modules/.bin/depcruise");
  const args = ["--config", ".dependency-cruiser.cjs", "--output-type", "json", ...given];
  let output: string;
  try {
    output = execFileSync(program, args, {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 200_000_000,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch (error) {
    if (!(error instanceof Error && "stdout" in error)) throw error;
    output = String(error.stdout);
  }
  const report: { summary: { violations: { rule: { name: string }; from: string; to: string }[] } } =
    JSON.parse(output);
  return report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
};

describe("boundaries", () => {
  it("hold", () => {
    expect(violations("packages", "workflows", "activities", "server", "studio", "scripts", "test", "bench")).toEqual(
      [],
    );
  });
});

describe("the rules of the boundaries", () => {
  const trial = (folder: string): string => join(root, folder, "src", "boundaryTrial");
  const trials = [
    { folder: "packages/process", text: 'import "@sluice/records";', rule: "process-imports" },
    {
      folder: "packages/process",
      text: 'import { readFileSync } from "node:fs"; export const read = readFileSync;',
      rule: "no-node-in-pure-code",
    },
    { folder: "packages/config", text: 'import "pg";', rule: "no-unknown" },
    { folder: "packages/embedded", text: 'import "../../../records/src/index.ts";', rule: "embedded-imports" },
    { folder: "packages/relay", text: 'import "../../../records/src/index.ts";', rule: "through-the-front-door" },
    { folder: "server", text: 'import "../../../test/support/index.ts";', rule: "nothing-imports-the-tools" },
    {
      folder: "studio",
      text: 'import { templates } from "@sluice/templates"; export const shipped = templates;',
      rule: "studio-types-only",
    },
    { folder: "packages/telemetry", text: 'import "./other.ts";', other: 'import "./trial7.ts";', rule: "no-circles" },
    {
      folder: "packages/contracts",
      text: 'import type { Other } from "./other.ts"; export type Trial = Other[];',
      other: 'import type { Trial } from "./trial8.ts"; export type Other = { readonly of: Trial };',
      rule: "no-circles",
    },
  ];

  const clear = (): void => {
    for (const { folder } of trials) rmSync(trial(folder), { recursive: true, force: true });
  };
  let found: string[] = [];
  beforeAll(() => {
    clear();
    for (const [index, { folder, text, other }] of trials.entries()) {
      mkdirSync(trial(folder), { recursive: true });
      writeFileSync(join(trial(folder), `trial${index}.ts`), text);
      if (other !== undefined) writeFileSync(join(trial(folder), "other.ts"), other);
    }
    found = violations(
      "--max-depth",
      "2",
      ...new Set(trials.map(({ folder }) => join(folder, "src", "boundaryTrial"))),
    );
    clear();
  });
  afterAll(clear);

  it.each(trials.map(({ folder, rule }, index) => ({ folder, rule, index })))(
    "$rule bites in $folder",
    ({ folder, rule, index }) => {
      const from =
        rule === "no-circles"
          ? `${rule}: ${folder}/src/boundaryTrial/`
          : `${rule}: ${folder}/src/boundaryTrial/trial${index}.ts -> `;
      expect(found.filter((line) => line.startsWith(from))).not.toEqual([]);
    },
  );
});
