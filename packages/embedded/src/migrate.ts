import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Say } from "./machine/say.ts";

/** The number under which Prisma Migrate locks too: both never run at once. */
const MIGRATION_LOCK = 72_707_369;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface BookEntry {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
  readonly logs: string | null;
}

const migrationsIn = (folder: string): Migration[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .toSorted()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });

const readBook = async (client: pg.Client): Promise<BookEntry[]> => {
  await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`);
  const { rows } = await client.query<BookEntry>(
    "SELECT migration_name, checksum, finished_at, logs FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  return rows;
};

/** Answers what is still to be applied, or throws when book and folder contradict each other. */
const pending = (book: readonly BookEntry[], migrations: readonly Migration[]): Migration[] => {
  const failed = book.find((entry) => entry.finished_at === null);
  if (failed !== undefined)
    throw new Error(`migration ${failed.migration_name} failed before: ${failed.logs ?? "no reason was kept"}`);
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum } of book) {
    const migration = known.get(name);
    if (migration === undefined)
      throw new Error(`the database has the migration ${name}, which this version of Sluice lacks`);
    if (migration.checksum !== checksum) throw new Error(`migration ${name} was edited after it was applied`);
  }
  const done = new Set(book.map((entry) => entry.migration_name));
  return migrations.filter((migration) => !done.has(migration.name));
};

const note = (client: pg.Client, migration: Migration, { isDone, logs }: { isDone: boolean; logs: string | null }) =>
  client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, logs, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, $4, CASE WHEN $5 THEN now() END, CASE WHEN $5 THEN 1 ELSE 0 END)`,
    [randomUUID(), migration.checksum, migration.name, logs, isDone],
  );

/** A migration and its line in the book are one transaction: whatever is killed meanwhile, the next start applies it. */
const apply = async (client: pg.Client, migration: Migration): Promise<void> => {
  try {
    await client.query("BEGIN");
    await client.query(migration.sql);
    await note(client, migration, { isDone: true, logs: null });
    await client.query("COMMIT");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    await client.query("ROLLBACK");
    await note(client, migration, { isDone: false, logs: reason });
    throw new Error(`migration ${migration.name} failed: ${reason}`, { cause });
  }
};

const withBook = async <Result>(ownerUrl: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    return await work(client);
  } finally {
    await client.end();
  }
};

export interface MigrationsOf {
  readonly ownerUrl: string;
  /** The folder with one folder per migration, each holding a `migration.sql`. */
  readonly dir: string;
}

/**
 * Applies every migration that the database lacks, each wholly or not at all, in the order of their names.
 *
 * Keeps Prisma's own book with its rules, so `prisma migrate` agrees with it. Two calls at once wait for each other.
 */
export const migrate = ({ ownerUrl, dir, say = () => undefined }: MigrationsOf & { say?: Say }): Promise<string[]> =>
  withBook(ownerUrl, async (client) => {
    const missing = pending(await readBook(client), migrationsIn(dir));
    for (const migration of missing) {
      await apply(client, migration);
      say(`Applied migration ${migration.name}`);
    }
    return missing.map((migration) => migration.name);
  });

/** Answers the names of the migrations that `migrate` would apply. */
export const missingMigrations = ({ ownerUrl, dir }: MigrationsOf): Promise<string[]> =>
  withBook(ownerUrl, async (client) =>
    pending(await readBook(client), migrationsIn(dir)).map((migration) => migration.name),
  );
