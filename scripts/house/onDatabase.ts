import { type HouseConfig, loadConfig } from "@sluice/config";
import type { Config } from "@sluice/config";
import { findPostgres, migrate, type Say, startPostgres } from "@sluice/embedded";
import { appEnvironment } from "./appEnvironment.ts";
import { migrationsFolder } from "./migrationsFolder.ts";

/** Where Temporal would be; what works on the database alone never asks there. */
const NOWHERE = { address: "127.0.0.1:7233", namespace: "default", tls: false, apiKey: null };

/**
 * Does something on the database of a house, migrated first: the one that the settings name, the embedded one that runs, or
 * one that is started for as long as it takes.
 */
export const onDatabase = async <Result>(
  house: HouseConfig,
  say: Say,
  work: (config: Config, env: NodeJS.ProcessEnv) => Promise<Result>,
): Promise<Result> => {
  const running = house.database === null ? await findPostgres(house.dataDir) : null;
  const started =
    house.database === null && running === null
      ? await startPostgres({ dataDir: house.dataDir, preferredPort: 0, say })
      : null;
  const embedded = running ?? started;
  const database =
    house.database ??
    (embedded === null ? null : { url: embedded.url, ownerUrl: embedded.ownerUrl, listenUrl: embedded.url });
  try {
    if (database === null) throw new Error("there is no database");
    await migrate({ ownerUrl: database.ownerUrl, dir: migrationsFolder, say });
    const env = appEnvironment(house, { database, temporal: house.temporal ?? NOWHERE }, house.port);
    return await work(loadConfig(env), env);
  } finally {
    await started?.stop();
  }
};
