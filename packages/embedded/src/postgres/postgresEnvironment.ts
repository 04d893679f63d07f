import { processEnvironment } from "@sluice/config";

/** What the programs of Postgres inherit: nothing of the machine's language or zone, and none of our secrets. */
export const postgresEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: processEnvironment()["PATH"],
  LC_ALL: "C",
  TZ: "UTC",
});
