import { join, resolve } from "node:path";
/** `npm run backup [-- <folder>]`: an online backup of the embedded install; without a folder, one below its data folder. */
import { loadHouseConfig } from "@sluice/config";
import { backUp, findPostgres, startPostgres } from "@sluice/embedded";
import { say } from "./house/say.ts";

const config = loadHouseConfig();
if (config.database !== null) {
  say(
    "DATABASE_URL is set: back that Postgres up with its own tools (pg_basebackup); this command is for the embedded one.",
  );
  process.exit(1);
}
const { dataDir } = config;
const name = new Date().toISOString().replaceAll(/[:.]/g, "-");
const to = resolve(process.argv[2] ?? join(dataDir, "backups", name));
const running = await findPostgres(dataDir);
const postgres = running ?? (await startPostgres({ dataDir, preferredPort: 0, say }));
try {
  const { folder, startLsn, stopLsn } = await backUp(postgres, { dataDir, to });
  say(`The backup is in ${folder} (WAL ${startLsn} to ${stopLsn})`);
} finally {
  if (running === null) await postgres.stop();
}
