import { join } from "node:path";
import { startPostgres, startTemporal } from "@sluice/embedded";
import pg from "pg";

/** The servers that a firm has of its own, as the guide for production expects them: an empty Postgres, and a Temporal. */
export const productionServers = async (folder: string) => {
  const dataDir = join(folder, "servers of the firm");
  const postgres = await startPostgres({ dataDir, preferredPort: 0 });
  const temporal = await startTemporal({ dataDir, preferredPort: 0, preferredUiPort: 0 });
  /** Undoes what the embedded install made, then does what the guide says. */
  const prepare = async (sql: readonly string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: postgres.superuserUrl });
    await client.connect();
    try {
      for (const name of ["DATABASE IF EXISTS sluice", "ROLE IF EXISTS sluice_app", "ROLE IF EXISTS sluice_owner"])
        await client.query(`DROP ${name}`);
      // a database is not made inside of a transaction, so each statement goes alone
      const statements = sql.join("\n").split(";");
      for (const statement of statements.filter((it) => it.trim() !== "")) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  return {
    prepare,
    port: postgres.port,
    temporal: temporal.address,
    close: async (): Promise<void> => {
      await temporal.stop();
      await postgres.stop();
    },
  };
};
