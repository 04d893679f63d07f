/**
 * `npm run bench -- <part>`: takes the figures of a part, or of all (`all`), and fails when one is over its limit.
 * `npm run bench -- <part> short`: the same in a fraction of the time, for a rough look.
 */
import { say } from "../scripts/house/say.ts";
import type { BenchPart } from "./benchParts/benchPart.ts";
import { canvas } from "./benchParts/canvas.ts";
import { carrier } from "./benchParts/carrier.ts";
import { checks } from "./benchParts/checks.ts";
import { door } from "./benchParts/door.ts";
import { figureTable, isMissed } from "./benchParts/figureTable.ts";
import { kernel } from "./benchParts/kernel.ts";
import { lists } from "./benchParts/lists.ts";
import { memory } from "./benchParts/memory.ts";
import { proofs } from "./benchParts/proofs.ts";
import { start } from "./benchParts/start.ts";
import { whatIf } from "./benchParts/whatIf.ts";

const parts: Readonly<Record<string, BenchPart>> = {
  checks,
  proofs,
  kernel,
  canvas,
  lists,
  door,
  carrier,
  start,
  memory,
  whatIf,
};

const SHORT = 0.15;

const [wanted = "all", pace] = process.argv.slice(2);
const chosen = wanted === "all" ? Object.keys(parts) : [wanted];
const turn = { say, share: pace === "short" ? SHORT : 1 };
let missed = 0;
for (const name of chosen) {
  const part = parts[name];
  if (part === undefined) {
    process.stderr.write(`There is no part ${name}; there are ${Object.keys(parts).join(", ")}\n`);
    process.exit(1);
  }
  const startedAtMs = performance.now();
  say(`\n== ${name}${pace === "short" ? " (short: the figures are rough)" : ""}`);
  const figures = await part(turn);
  for (const line of figureTable(figures)) say(line);
  say(`${name} took ${((performance.now() - startedAtMs) / 1_000).toFixed(0)} s`);
  missed += figures.filter(isMissed).length;
}
say(missed === 0 ? "\nEvery limit holds" : `\n${missed} missed`);
process.exit(missed === 0 ? 0 : 1);
