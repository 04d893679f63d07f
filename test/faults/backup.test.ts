import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { backUp, restore, startPostgres } from "@sluice/embedded";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { ownServers, throwAwayFolder } from "../support/index.ts";

const rowsOf = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

describe("npm run backup and npm run restore", () => {
  it("bring back whole transactions that were committed meanwhile, with a new epoch", async () => {
    await using servers = ownServers();
    const elsewhere = throwAwayFolder();
    const postgres = await servers.postgres();
    await rowsOf(
      postgres.ownerUrl,
      "CREATE TABLE install (epoch text NOT NULL); INSERT INTO install VALUES ('first');",
    );
    await rowsOf(postgres.ownerUrl, "CREATE TABLE batch (number int, part int)");
    mkdirSync(join(servers.dataDir, "files"));
    writeFileSync(join(servers.dataDir, "files", "quote.pdf"), "a file");
    let committed = 0;
    let isOver = false;
    const writing = (async () => {
      for (; !isOver; committed++) {
        await rowsOf(postgres.ownerUrl, `INSERT INTO batch SELECT ${committed}, generate_series(1, 50)`);
      }
    })();

    const before = committed;
    const backup = await backUp(postgres, { dataDir: servers.dataDir, to: join(elsewhere.path, "backup") });
    const after = committed;
    isOver = true;
    await writing;
    await expect(restore({ from: backup.folder, dataDir: servers.dataDir })).rejects.toThrow("stop Sluice first");
    const epochs = await restore({ from: backup.folder, dataDir: join(elsewhere.path, "restored") });

    const restored = await startPostgres({ dataDir: join(elsewhere.path, "restored"), preferredPort: 0 });
    const batches = await rowsOf(
      restored.ownerUrl,
      "SELECT number, count(*)::int AS parts FROM batch GROUP BY number ORDER BY number",
    );
    const install = await rowsOf(restored.ownerUrl, "SELECT epoch FROM install");
    await restored.stop();
    expect(epochs?.before).toBe("first");
    expect(install).toEqual([{ epoch: epochs?.after }]);
    expect(batches).toEqual(batches.map((_, number) => ({ number, parts: 50 })));
    expect(batches.length).toBeGreaterThanOrEqual(before);
    expect(batches.length).toBeLessThanOrEqual(after + 1);
    expect(readFileSync(join(elsewhere.path, "restored", "files", "quote.pdf"), "utf8")).toBe("a file");
    elsewhere.remove();
  });
});
