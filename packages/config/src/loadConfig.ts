import type { Config } from "./config.ts";
import { ConfigError } from "./configError.ts";
import { loadHouseConfig } from "./loadHouseConfig.ts";

/**
 * Answers the settings of a server or worker, which must be told where Postgres and Temporal are.
 *
 * The owner's address is neither needed nor kept, should it be in the environment.
 */
export const loadConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  const { database, temporal, ...rest } = loadHouseConfig(env, "program");
  if (database === null || temporal === null) {
    throw new ConfigError([
      ...(database === null
        ? ["DATABASE_URL is missing: `npm start` sets it, a process of its own must be given it"]
        : []),
      ...(temporal === null
        ? ["TEMPORAL_ADDRESS is missing: `npm start` sets it, a process of its own must be given it"]
        : []),
    ]);
  }
  const { url, listenUrl } = database;
  return { ...rest, database: { url, listenUrl }, temporal };
};
