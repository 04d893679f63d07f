import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, type TestDatabase } from "../support/index.ts";

describe("what happened is never rewritten by the app's role", () => {
  let db: TestDatabase;
  let app: pg.Client;
  beforeAll(async () => {
    db = await aDatabase();
    app = new pg.Client({ connectionString: db.url });
    await app.connect();
  }, 60_000);
  afterAll(async () => {
    await app.end();
    await db.close();
  });

  it.each(
    ["case_event", "decision", "audit", "process_version", "milestone"].flatMap((table) => [
      {
        name: `${table} is not updated`,
        sql: table === "process_version" ? "UPDATE process_version SET hash = hash" : `UPDATE ${table} SET at = at`,
      },
      { name: `${table} is not deleted from`, sql: `DELETE FROM ${table}` },
      { name: `${table} is not emptied`, sql: `TRUNCATE ${table}` },
    ]),
  )("$name", async ({ sql }) => {
    await expect(app.query(sql)).rejects.toMatchObject({ code: "42501" });
  });

  it.each(["case", "task", "effect", "outbox", "command"])("but %s is", async (table) => {
    await expect(app.query(`DELETE FROM "${table}"`)).resolves.toMatchObject({ rowCount: 0 });
  });
});
