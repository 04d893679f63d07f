/**
 * Settings of an install: the only reader of the process environment.
 *
 * `loadHouseConfig` is for the house (start, doctor, backup), where Postgres and Temporal may still have to be started;
 * `loadConfig` is for server and worker, which are always told where both are. Every setting is parsed once, at start, and
 * all that is wrong is reported at once. A setting that is not listed in `settings.ts` does not exist.
 */
export { ConfigError } from "./configError.ts";
export type {
  Config,
  DatabaseConfig,
  HouseConfig,
  MailConfig,
  OidcConfig,
  TemporalConfig,
  TracingConfig,
  WorkerVersion,
} from "./config.ts";
export { derivedSecret } from "./derivedSecret.ts";
export { installSecret } from "./installSecret.ts";
export { isLoopback } from "./isLoopback.ts";
export { loadConfig } from "./loadConfig.ts";
export { loadHouseConfig } from "./loadHouseConfig.ts";
export { processEnvironment } from "./processEnvironment.ts";
