import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { processEnvironment } from "@sluice/config";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "./sourceFiles.ts";

let house = "";
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
};
const read = (path: string): string => readFileSync(join(house, path), "utf8");

/** A house with a pnpm that only notes that it was asked to install, as that is what lies outside. */
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), "sluice boot "));
  mkdirSync(join(house, "scripts"));
  copyFileSync(join(root, "scripts/boot.mjs"), join(house, "scripts/boot.mjs"));
  write("pnpm-lock.yaml", "lock: 1\n");
  write(
    "package.json",
    JSON.stringify({
      packageManager: "pnpm@10.0.0",
      scripts: { "run:say": "node say.mjs first", "run:wait": "node wait.mjs", hidden: "node say.mjs" },
    }),
  );
  write(
    ".tools/pnpm-10.0.0/node_modules/pnpm/bin/pnpm.cjs",
    `const fs = require("node:fs");
     fs.appendFileSync("installs.log", process.argv.slice(2).join(" ") + "\\n");
     fs.mkdirSync("node_modules", { recursive: true });`,
  );
  write(
    "say.mjs",
    `const leaked = Object.keys(process.env).filter((name) => /^npm_(config_color|package_)/.test(name));
     console.log(JSON.stringify({ args: process.argv.slice(2), leaked }));
     process.exit(3);`,
  );
  write(
    "wait.mjs",
    `process.on("SIGTERM", () => process.exit(7));
     setInterval(() => undefined, 1000);
     console.log("waiting");`,
  );
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

const boot = (...args: string[]): { child: ChildProcess; ended: Promise<{ code: number | null; said: string }> } => {
  const env = { ...processEnvironment(), npm_config_color: "always", npm_package_name: "sluice" };
  const child = spawn(process.execPath, [join(house, "scripts/boot.mjs"), ...args], { cwd: tmpdir(), env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once("close", (code) => resolve({ code, said }));
  });
  return { child, ended };
};

describe("boot", () => {
  it("passes arguments and the exit code through, and none of npm's own settings", async () => {
    const { code, said } = await boot("run:say", "a b", "--flag").ended;

    expect(code).toBe(3);
    expect(JSON.parse(said.trim().split("\n").at(-1) ?? "")).toEqual({ args: ["first", "a b", "--flag"], leaked: [] });
  });

  it("installs once for two first starts at once, and not again until the lock file changes", async () => {
    await Promise.all([boot("run:say").ended, boot("run:say").ended]);
    await boot("run:say").ended;
    expect(read("installs.log")).toBe("install --frozen-lockfile --prefer-offline\n");

    write("pnpm-lock.yaml", "lock: 2\n");
    await boot("run:say").ended;
    expect(read("installs.log").trim().split("\n")).toHaveLength(2);
  });

  it("hands a signal on and answers with the code of what it ran", async () => {
    const { child, ended } = boot("run:wait");
    await new Promise<void>((resolve) => {
      child.stdout?.on("data", (chunk: Buffer) => chunk.toString().includes("waiting") && resolve());
    });

    child.kill("SIGTERM");

    expect((await ended).code).toBe(7);
  });

  it.each(["hidden", "run:nothing", ""])(
    "refuses %j, which is none of its scripts, and names those there are",
    async (name) => {
      const { code, said } = await boot(...(name === "" ? [] : [name])).ended;

      expect(code).toBe(1);
      expect(said).toContain("there are run:say, run:wait");
    },
  );
});
