/** `npm run soak -- <part>`: the full figures of the issues, in calls of under nine minutes that go on where the last one ended. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processEnvironment } from "@sluice/config";
import { root } from "../scripts/house/root.ts";
import { say } from "../scripts/house/say.ts";
import { docs } from "./soakParts/docs.ts";
import { faults } from "./soakParts/faults.ts";
import { migrations } from "./soakParts/migrations.ts";
import { outages } from "./soakParts/outages.ts";
import { writeSoakBook } from "./soakParts/soakBook.ts";
import type { SoakPart } from "./soakParts/soakPart.ts";
import { storiesZh } from "./soakParts/storiesZh.ts";

const parts: Readonly<Record<string, SoakPart>> = { faults, outages, migrations, docs, "stories-zh": storiesZh };
const LONGEST_MS = 8.5 * 60_000;

/** The seed of the part that is under way, or a new one. */
const seedIn = (folder: string): number => {
  const file = join(folder, "seed");
  if (existsSync(file)) return Number(readFileSync(file, "utf8"));
  const seed = Number(processEnvironment()["SOAK_SEED"] ?? Date.now() % 2 ** 31);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, String(seed));
  return seed;
};

const name = process.argv[2] ?? "";
const part = parts[name];
if (part === undefined) {
  process.stderr.write(`There is no part ${name}; there are ${Object.keys(parts).join(", ")}\n`);
  process.exit(1);
}
const folder = join(root, ".tools/soak", name);
const seed = seedIn(folder);
say(`${name}: seed ${seed}`);
const outcome = await part({ seed, folder, deadlineMs: Date.now() + LONGEST_MS, say });
for (const failure of outcome.failures) say(failure);
say(`${outcome.figures}: ${outcome.failures.length === 0 ? "as it should be" : `${outcome.failures.length} wrong`}`);
if (outcome.isDone || outcome.failures.length > 0) writeSoakBook(name, seed, outcome);
if (outcome.isDone && outcome.failures.length === 0) rmSync(folder, { recursive: true, force: true });
else if (!outcome.isDone) say(`Not at its full figures yet: call \`npm run soak -- ${name}\` again`);
process.exit(outcome.failures.length === 0 ? 0 : 1);
