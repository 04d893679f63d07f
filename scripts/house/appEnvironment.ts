import { type HouseConfig, processEnvironment } from "@sluice/config";
import type { Servers } from "./serverServices.ts";

/** What server and worker are told: our own environment, and where everything turned out to be. Never how to act as the owner. */
export const appEnvironment = (config: HouseConfig, servers: Servers, port: number): NodeJS.ProcessEnv => {
  const { database, temporal } = servers;
  if (database === null || temporal === null) throw new Error("both servers must be up before the programs of Sluice");
  const { DATABASE_OWNER_URL: _ownersOnly, ...inherited } = processEnvironment();
  return {
    ...inherited,
    HOST: config.host,
    PORT: String(port),
    SLUICE_DATA_DIR: config.dataDir,
    SLUICE_EMBEDDED: String(config.isEmbedded),
    SLUICE_DEMO: String(config.hasDemoPeople),
    SLUICE_SECRET: config.secret,
    DATABASE_URL: database.url,
    DATABASE_LISTEN_URL: database.listenUrl ?? "",
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    TEMPORAL_TLS: String(temporal.tls),
    TEMPORAL_API_KEY: temporal.apiKey ?? "",
  };
};
