/**
 * `npm run restore -- <backup>`: puts a backup in the place of the embedded install's data and gives it a new epoch.
 * `npm run restore`: makes the data that are there, copied, moved or restored by other means, an install of its own.
 */
import { loadHouseConfig } from "@sluice/config";
import { restore, rotateEpoch, startPostgres } from "@sluice/embedded";
import { onlyOne } from "./house/onlyOne.ts";
import { say } from "./house/say.ts";

const [from] = process.argv.slice(2);
const { dataDir, database } = loadHouseConfig();
if (from !== undefined && database !== null) {
  say("DATABASE_URL is set: restore that Postgres with its own tools, then run `npm run restore` without a folder.");
  process.exit(1);
}

const atHome = async (): ReturnType<typeof rotateEpoch> => {
  if (database !== null) return rotateEpoch(database.ownerUrl);
  const postgres = await startPostgres({ dataDir, preferredPort: 0, say });
  try {
    return await rotateEpoch(postgres.ownerUrl);
  } finally {
    if (!postgres.wasAdopted) await postgres.stop();
  }
};

const lock = onlyOne(dataDir, "a restore is at work");
if (typeof lock === "string") {
  say(`${lock}. Stop it first.`);
  process.exit(1);
}
try {
  const epoch = await (from === undefined ? atHome() : restore({ from, dataDir, say }));
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
