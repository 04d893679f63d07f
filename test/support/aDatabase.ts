import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { APP, migrate, OWNER } from "@sluice/embedded";
import pg from "pg";
import type { ThePostgres } from "../../scripts/testing/handedServers.ts";
import { thePostgres } from "./theServers.ts";

/** A database of one suite. */
export interface TestDatabase {
  /** As the app's role. */
  readonly url: string;
  /** As the owner. */
  readonly ownerUrl: string;
  /** As superuser, for looking behind the door only. */
  readonly superuserUrl: string;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const MIGRATIONS = fileURLToPath(new URL("../../packages/records/prisma/migrations", import.meta.url));
/** Suites that start at once make the template once. */
const TEMPLATE_LOCK = 72_707_370;

/** Names the schema: every migration there is. */
export const migrationsHash = (): string => {
  const hash = createHash("sha256");
  for (const name of existsSync(MIGRATIONS) ? readdirSync(MIGRATIONS).toSorted() : []) {
    const path = join(MIGRATIONS, name, "migration.sql");
    if (existsSync(path)) hash.update(name).update(readFileSync(path));
  }
  return hash.digest("hex").slice(0, 12);
};

const inDatabase = (url: string, database: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
};

const exists = async (client: pg.Client, database: string): Promise<boolean> =>
  (await client.query("SELECT FROM pg_database WHERE datname = $1", [database])).rowCount === 1;

const ensureTemplate = async (client: pg.Client, ownerUrl: string, template: string): Promise<void> => {
  await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
  try {
    if (await exists(client, template)) return;
    const draft = `${template}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft} OWNER ${OWNER}`);
    await migrate({ ownerUrl: inDatabase(ownerUrl, draft), dir: MIGRATIONS });
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [TEMPLATE_LOCK]);
  }
};

const withSuperuser = async <Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** A copy of a database under a name of its own, with the rights of both roles. */
export const copyOfDatabase = async (
  { superuserUrl, ownerUrl, url }: ThePostgres,
  template: string,
): Promise<TestDatabase> => {
  const database = `suite_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  await withSuperuser(superuserUrl, async (client) => {
    await client.query(`CREATE DATABASE ${database} TEMPLATE ${template} OWNER ${OWNER}`);
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${APP}`);
  });
  const close = (): Promise<void> =>
    withSuperuser(superuserUrl, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    });
  return {
    url: inDatabase(url, database),
    ownerUrl: inDatabase(ownerUrl, database),
    superuserUrl: inDatabase(superuserUrl, database),
    close,
    [Symbol.asyncDispose]: close,
  };
};

/**
 * A database of one's own with every migration applied, on the throw-away Postgres of this run or the one that is given.
 *
 * Copied from a template that is migrated once a run. fsync is on, both roles are the real ones: what the app may not do in
 * production it may not do here.
 */
export const aDatabase = async (on?: ThePostgres): Promise<TestDatabase> => {
  const postgres = on ?? (await thePostgres());
  const template = `template_${migrationsHash()}`;
  await withSuperuser(postgres.superuserUrl, (client) => ensureTemplate(client, postgres.ownerUrl, template));
  return copyOfDatabase(postgres, template);
};
