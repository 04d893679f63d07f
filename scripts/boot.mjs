// The first step of every command, on a machine with only Node and npm: no dependency, plain JavaScript.
//
// Fetches the pinned pnpm through npm into .tools/, installs what the lock file says unless that is what is installed, and
// then runs one of the `run:` scripts of package.json with the arguments that follow. Two first starts at once install
// once. Arguments, exit code and signals pass through. `run:` scripts are plain commands (`node ...`): no shell is involved.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Sluice needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org`);
  process.exit(1);
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { packageManager, scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const version = packageManager.split("@")[1].split("+")[0];
const tools = join(root, ".tools", `pnpm-${version}`);
const pnpm = join(tools, "node_modules/pnpm/bin/pnpm.cjs");

// npm hands its settings down as npm_config_*, which pnpm would read as its own; where packages come from is kept
const handedDown =
  /^npm_(config_(?!registry$|store_dir$|cache$)|package_|lifecycle_|command$|execpath$|node_execpath$)/i;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !handedDown.test(name)));
env.PATH = [join(tools, "node_modules/.bin"), join(root, "node_modules/.bin"), env.PATH].join(delimiter);

/** Runs a program and answers its exit code, 128 + n after signal n; signals sent to us are handed on to it. */
const run = (command, args) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: "inherit" });
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    const handOn = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, handOn);
    // an npm that is told to end takes the shell between us with it, which hands nothing on: then our parent is another
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.env.npm_lifecycle_event === undefined || process.ppid === parent) return;
      clearInterval(watch);
      child.kill("SIGTERM");
    }, 250);
    child.once("error", (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.once("exit", (code, signal) => {
      clearInterval(watch);
      for (const name of signals) process.off(name, handOn);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });

const runOrEnd = async (command, args) => {
  const code = await run(command, args);
  if (code !== 0) process.exit(code);
};

/** Holds a lock that is a folder; its age is renewed, so that of a killed boot is free after ten seconds. */
const locked = async (work) => {
  const lock = join(root, ".tools", "boot.lock");
  mkdirSync(dirname(lock), { recursive: true });
  for (let told = false; ; told = true) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 10_000) {
        const dead = `${lock}.${process.pid}`;
        try {
          renameSync(lock, dead);
          rmSync(dead, { recursive: true, force: true });
        } catch {
          // another boot was faster
        }
        continue;
      }
      if (!told) console.log("Another start is installing; waiting for it");
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
  const renew = setInterval(() => utimesSync(lock, new Date(), new Date()), 2_000);
  const free = () => rmSync(lock, { recursive: true, force: true });
  process.on("exit", free);
  await work();
  clearInterval(renew);
  process.off("exit", free);
  free();
};

const wanted = createHash("sha256")
  .update(readFileSync(join(root, "pnpm-lock.yaml")))
  .update(process.version + process.platform + process.arch)
  .digest("hex");
const mark = join(root, "node_modules", ".installed-lock");
const isInstalled = () => existsSync(pnpm) && existsSync(mark) && readFileSync(mark, "utf8") === wanted;

const install = async () => {
  if (isInstalled()) return;
  if (!existsSync(pnpm)) {
    console.log(`Fetching pnpm ${version}`);
    const draft = `${tools}.draft`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    const own = process.env.npm_execpath ?? "";
    const npm = own.endsWith("npm-cli.js") ? [process.execPath, own] : ["npm"];
    await runOrEnd(npm[0], [
      ...npm.slice(1),
      "install",
      "--prefix",
      draft,
      "--no-save",
      "--no-package-lock",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      `pnpm@${version}`,
    ]);
    rmSync(tools, { recursive: true, force: true });
    renameSync(draft, tools);
  }
  console.log("Installing what the lock file says");
  await runOrEnd(process.execPath, [pnpm, "install", "--frozen-lockfile", "--prefer-offline"]);
  writeFileSync(mark, wanted);
};

const [name = "", ...args] = process.argv.slice(2);
const script = scripts[name];
if (script === undefined || !name.startsWith("run:")) {
  const known = Object.keys(scripts).filter((key) => key.startsWith("run:"));
  console.error(`There is no script ${name || "(none given)"}; there are ${known.join(", ")}`);
  process.exit(1);
}
if (!isInstalled()) await locked(install);
const [command, ...given] = script.split(" ");
process.exit(await run(command === "node" ? process.execPath : command, [...given, ...args]));
