import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startPostgres } from "@sluice/embedded";
import { templates } from "@sluice/templates";
import pg from "pg";
import { root } from "../../../scripts/house/root.ts";
import type { ThePostgres } from "../../../scripts/testing/handedServers.ts";
import { aDatabase, copyOfDatabase, migrationsHash, type TestDatabase } from "../../../test/support/aDatabase.ts";

/** Where the bench keeps its servers and data between runs. */
export const BENCH_FOLDER = join(root, ".tools/bench");

/** The Postgres of the bench, with the databases that earlier runs have filled. */
export interface Ground {
  readonly postgres: ThePostgres;
  /**
   * A copy of the database of this name, to be worn out and thrown away. The first time, and whenever schema or shipped
   * processes have changed, it is filled anew.
   */
  copyOf(name: string, fill: (db: TestDatabase) => Promise<void>): Promise<TestDatabase>;
  /** That database itself, for those who only read. */
  kept(name: string, fill: (db: TestDatabase) => Promise<void>): Promise<TestDatabase>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Must be told apart by hand when what is filled in changes. */
const FILLING = 3;

const asSuperuser = async <Result>(
  { superuserUrl }: ThePostgres,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> => {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const databaseOf = (url: string): string => new URL(url).pathname.slice(1);

const inDatabase = (url: string, database: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
};

/** Keeps a freshly filled database under its name; older ones of the same kind go. */
const keepAs = (postgres: ThePostgres, db: TestDatabase, { name, kept }: { name: string; kept: string }) =>
  asSuperuser(postgres, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
      [`kept_${name}_`],
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
    await client.query(`ALTER DATABASE ${databaseOf(db.url)} RENAME TO ${kept}`);
  });

/** Databases that a killed run left behind. */
const sweepLeft = (postgres: ThePostgres) =>
  asSuperuser(postgres, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE starts_with(datname, 'suite_')",
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  });

const sayDurability = (postgres: ThePostgres, say: (line: string) => void) =>
  asSuperuser(postgres, async (client) => {
    const { rows } = await client.query<{ name: string; setting: string }>(
      "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'server_version') ORDER BY name",
    );
    say(`Postgres: ${rows.map(({ name, setting }) => `${name} ${setting}`).join(", ")}`);
    const off = rows.filter(({ name, setting }) => name !== "server_version" && setting !== "on");
    if (off.length > 0) throw new Error("durability is off: no figure taken here would mean anything");
  });

/** Starts the bench's Postgres on the data it keeps, and says how durable it is. It is stopped at the end, its data stay. */
export const theGround = async (say: (line: string) => void): Promise<Ground> => {
  mkdirSync(BENCH_FOLDER, { recursive: true });
  const postgres = await startPostgres({ dataDir: BENCH_FOLDER, preferredPort: 0, say });
  await sayDurability(postgres, say);
  await sweepLeft(postgres);
  const made = createHash("sha256").update(`${FILLING} ${migrationsHash()} ${JSON.stringify(templates)}`);
  const version = made.digest("hex").slice(0, 12);

  const ensured: Ground["kept"] = async (name, fill) => {
    const kept = `kept_${name}_${version}`;
    const isThere = await asSuperuser(
      postgres,
      async (client) => (await client.query("SELECT FROM pg_database WHERE datname = $1", [kept])).rowCount === 1,
    );
    if (!isThere) {
      say(`Filling ${name}; it is kept for the next run`);
      const startedAtMs = performance.now();
      const db = await aDatabase(postgres);
      await fill(db);
      await asSuperuser({ ...postgres, superuserUrl: db.superuserUrl }, (client) => client.query("VACUUM (ANALYZE)"));
      await keepAs(postgres, db, { name, kept });
      say(`Filled ${name} in ${((performance.now() - startedAtMs) / 1_000).toFixed(0)} s`);
    }
    const { url, ownerUrl, superuserUrl } = postgres;
    const close = async (): Promise<void> => undefined;
    return {
      url: inDatabase(url, kept),
      ownerUrl: inDatabase(ownerUrl, kept),
      superuserUrl: inDatabase(superuserUrl, kept),
      close,
      [Symbol.asyncDispose]: close,
    };
  };
  return {
    postgres,
    kept: ensured,
    copyOf: async (name, fill) => copyOfDatabase(postgres, databaseOf((await ensured(name, fill)).url)),
    [Symbol.asyncDispose]: () => postgres.stop(),
  };
};
