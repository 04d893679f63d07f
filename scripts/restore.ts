/** `npm run restore -- <backup>`: puts a backup in the place of the embedded install's data and gives it a new epoch. */
import { loadHouseConfig } from "@sluice/config";
import { restore } from "@sluice/embedded";
import { onlyOne } from "./house/onlyOne.ts";
import { say } from "./house/say.ts";

const [from] = process.argv.slice(2);
const { dataDir, database } = loadHouseConfig();
if (from === undefined || database !== null) {
  say("Usage: npm run restore -- <backup folder>   (for the embedded Postgres)");
  process.exit(1);
}
const lock = onlyOne(dataDir, "a restore is at work");
if (typeof lock === "string") {
  say(`${lock}. Stop it first.`);
  process.exit(1);
}
try {
  const epoch = await restore({ from, dataDir, say });
  say(
    epoch === null
      ? "Restored; the database holds no install yet"
      : `Restored; the epoch was ${epoch.before} and is now ${epoch.after}`,
  );
} catch (error) {
  process.stderr.write(`Not restored: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  lock.release();
}
