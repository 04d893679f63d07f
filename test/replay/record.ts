import { recordHistories } from "./recordHistories.ts";

/**
 * Keeps a history of every way a carrier can go, for `test/replay`: `npm run record` writes them anew, `npm run record -- -2`
 * beside the ones that are there.
 */
const [suffix = ""] = process.argv.slice(2);
for (const file of await recordHistories(suffix)) process.stdout.write(`${file}\n`);
process.exit(0);
