import { installSecret } from "@sluice/config";
import { APP, DATABASE, OWNER } from "./ensureDatabase.ts";

/** The names of the passwords among the secrets of a data folder. */
export const SUPERUSER_SECRET = "postgres-superuser";
export const OWNER_SECRET = "postgres-owner";
export const APP_SECRET = "postgres-app";

/** Answers how each role reaches the Postgres of a data folder on that port. */
export const postgresAddresses = (dataDir: string, port: number) => {
  const address = (role: string, secret: string, database: string): string =>
    `postgresql://${role}:${installSecret(dataDir, secret)}@127.0.0.1:${port}/${database}`;
  return {
    url: address(APP, APP_SECRET, DATABASE),
    ownerUrl: address(OWNER, OWNER_SECRET, DATABASE),
    superuserUrl: address("postgres", SUPERUSER_SECRET, "postgres"),
  };
};
