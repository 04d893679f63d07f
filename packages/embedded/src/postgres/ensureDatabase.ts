import pg from "pg";

/** The database of an install and its two roles. */
export const DATABASE = "sluice";
export const OWNER = "sluice_owner";
export const APP = "sluice_app";

const ROLE_RIGHTS = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";

/**
 * Makes sure that both roles and the database are there, the passwords are ours, and text behaves as it must.
 *
 * The owner migrates; the app's role reads and writes what the migrations grant it, and neither is a superuser.
 * Idempotent.
 */
export const ensureDatabase = async (
  superuserUrl: string,
  { ownerPassword, appPassword }: { ownerPassword: string; appPassword: string },
): Promise<void> => {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const [role, password] of [
      [OWNER, ownerPassword],
      [APP, appPassword],
    ] as const) {
      const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
      const verb = rowCount === 0 ? "CREATE" : "ALTER";
      await client.query(`${verb} ROLE ${role} ${ROLE_RIGHTS} PASSWORD ${client.escapeLiteral(password)}`);
    }
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
    await client.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${DATABASE} TO ${APP}`);
  } finally {
    await client.end();
  }
};
