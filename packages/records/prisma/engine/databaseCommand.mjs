import pg from "pg";
import { urlParts } from "./urlParts.mjs";

/** What the CLI calls Postgres's refusals. */
const codes = { "3D000": "P1003", "28P01": "P1000", "42P04": "P1009", ECONNREFUSED: "P1001" };

/** The CLI reads the second line of stderr on. */
const report = (level, fields) =>
  process.stderr.write(
    `${JSON.stringify({ timestamp: new Date().toISOString(), level, fields, target: "schema_engine" })}\n`,
  );

const statements = {
  "can-connect-to-database": () => "SELECT 1",
  "create-database": (name) => `CREATE DATABASE ${name}`,
  "drop-database": (name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`,
};

/** Runs one of the CLI's three commands on a whole database and answers the exit code. */
export const runDatabaseCommand = async (command, url) => {
  report("INFO", { message: "schema engine" });
  const parts = urlParts(url);
  const client = new pg.Client(command === "can-connect-to-database" ? parts : { ...parts, database: "postgres" });
  try {
    await client.connect();
    await client.query(statements[command](client.escapeIdentifier(parts.database)));
    report("INFO", { message: "done" });
    return 0;
  } catch (error) {
    report("ERROR", { message: error.message, error_code: codes[error.code] ?? "P1011", is_panic: false });
    return 1;
  } finally {
    await client.end().catch(() => undefined);
  }
};
