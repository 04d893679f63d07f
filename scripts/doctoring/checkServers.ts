import type { DatabaseConfig, HouseConfig } from "@sluice/config";
import { checkDatabase, findPostgres, findTemporalServer, missingMigrations, temporalAnswers } from "@sluice/embedded";
import { migrationsFolder } from "../house/migrationsFolder.ts";
import { type Finding, note, ok, problem } from "./finding.ts";

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message || cause.name : String(cause));

const checkMigrations = async (ownerUrl: string): Promise<Finding> => {
  try {
    const missing = await missingMigrations({ ownerUrl, dir: migrationsFolder });
    return missing.length === 0
      ? ok("every migration is applied")
      : problem(`migrations are missing: ${missing.join(", ")}`, "npm start applies them");
  } catch (cause) {
    return problem(`migrations: ${reason(cause)}`, "see docs, or restore the last backup");
  }
};

const checkPostgres = async (database: Pick<DatabaseConfig, "url" | "ownerUrl">, where: string): Promise<Finding[]> => {
  try {
    const wrong = await checkDatabase(database.url);
    return [
      ok(`Postgres answers ${where}`),
      ...(wrong.length === 0
        ? [ok("the app's role is no superuser, Chinese text has trigrams, nothing answered can be lost")]
        : wrong.map(({ text, fix }) => problem(text, fix))),
      await checkMigrations(database.ownerUrl),
    ];
  } catch (cause) {
    return [
      problem(`Postgres does not answer ${where}: ${reason(cause)}`, "check DATABASE_URL and that the server runs"),
    ];
  }
};

/** Both servers, as far as they run: what the settings name must answer, the embedded ones run only with Sluice. */
export const checkServers = async (config: HouseConfig): Promise<Finding[]> => {
  const embedded = config.database === null ? await findPostgres(config.dataDir) : null;
  const database = config.database ?? embedded;
  const postgres =
    database === null
      ? [note("the embedded Postgres is not running; npm start runs it")]
      : await checkPostgres(database, embedded === null ? "at DATABASE_URL" : `on port ${embedded.port} (embedded)`);
  if (config.temporal !== null) {
    const { address, namespace } = config.temporal;
    const answers = await temporalAnswers(address, namespace);
    const fix = "check TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE, and that the server runs";
    return [
      ...postgres,
      answers ? ok(`Temporal answers at ${address}`) : problem(`Temporal does not answer at ${address}`, fix),
    ];
  }
  const address = await findTemporalServer(config.dataDir);
  return [
    ...postgres,
    address === null
      ? note("the embedded Temporal is not running; npm start runs it")
      : ok(`Temporal answers at ${address} (embedded)`),
  ];
};
