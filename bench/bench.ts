/** `npm run bench -- <part>`: takes the times of a part, or of all, and fails when one is over its limit. */
import { say } from "../scripts/house/say.ts";
import type { BenchPart } from "./benchParts/benchPart.ts";
import { checks } from "./benchParts/checks.ts";

const parts: Readonly<Record<string, BenchPart>> = { checks };

const chosen = process.argv[2] === undefined ? Object.keys(parts) : [process.argv[2]];
for (const name of chosen) {
  const part = parts[name];
  if (part === undefined) {
    process.stderr.write(`There is no part ${name}; there are ${Object.keys(parts).join(", ")}\n`);
    process.exit(1);
  }
  for (const { figure, tookMs, limitMs } of await part()) {
    const isMissed = tookMs > limitMs;
    say(`${isMissed ? "MISSED " : "ok     "} ${figure}: ${tookMs.toFixed(0)} ms (limit ${limitMs} ms)`);
    if (isMissed) process.exitCode = 1;
  }
}
