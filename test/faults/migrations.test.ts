import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { migrate, missingMigrations } from "@sluice/embedded";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { aDatabase, throwAwayFolder } from "../support/index.ts";

const folder = throwAwayFolder();
const dir = join(folder.path, "migrations");
afterAll(() => folder.remove());
beforeEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (name: string, sql: string): void => {
  mkdirSync(join(dir, name), { recursive: true });
  writeFileSync(join(dir, name, "migration.sql"), sql);
};
/** A database with an empty book, whatever the product's own migrations are. */
const anEmptyBook = async () => {
  const database = await aDatabase();
  await queryOn(database.ownerUrl, "DELETE FROM _prisma_migrations");
  return database;
};
const queryOn = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

describe("migrate", () => {
  it("applies what is missing once, in the order of the names, also when two start at once", async () => {
    await using database = await anEmptyBook();
    const { ownerUrl } = database;
    write("0002_more", "INSERT INTO trial VALUES (2);");
    write("0001_first", "CREATE TABLE trial (id int); DO $$ BEGIN INSERT INTO trial VALUES (1); END $$;");

    const applied = await Promise.all([migrate({ ownerUrl, dir }), migrate({ ownerUrl, dir })]);

    expect(applied.flat()).toEqual(["0001_first", "0002_more"]);
    expect(await queryOn(ownerUrl, "SELECT id FROM trial ORDER BY id")).toEqual([{ id: 1 }, { id: 2 }]);
    expect(await missingMigrations({ ownerUrl, dir })).toEqual([]);
  });

  it("takes a failed migration back wholly and goes no further until someone has looked", async () => {
    await using database = await anEmptyBook();
    const { ownerUrl } = database;
    write("0001_broken", "CREATE TABLE trial (id int); INSERT INTO nowhere VALUES (1);");

    await expect(migrate({ ownerUrl, dir })).rejects.toThrow(/0001_broken failed: relation "nowhere" does not exist/);

    expect(await queryOn(ownerUrl, "SELECT to_regclass('trial') AS trial")).toEqual([{ trial: null }]);
    await expect(migrate({ ownerUrl, dir })).rejects.toThrow(/0001_broken failed before/);
  });

  it("refuses a migration that was edited, and a database that is ahead", async () => {
    await using database = await anEmptyBook();
    const { ownerUrl } = database;
    write("0001_first", "CREATE TABLE trial (id int);");
    await migrate({ ownerUrl, dir });

    write("0001_first", "CREATE TABLE trial (id bigint);");
    await expect(migrate({ ownerUrl, dir })).rejects.toThrow("0001_first was edited");

    rmSync(join(dir, "0001_first"), { recursive: true });
    await expect(migrate({ ownerUrl, dir })).rejects.toThrow("which this version of Sluice lacks");
  });
});
