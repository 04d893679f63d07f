import { existsSync, writeFileSync } from "node:fs";
import { startPostgres, startTemporal } from "@sluice/embedded";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { ownServers } from "../support/index.ts";

const withClient = async <Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> => {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

describe("the embedded Postgres", () => {
  it("keeps everything that it acknowledged when it is killed while it writes", async () => {
    await using servers = ownServers();
    const before = await servers.postgres();
    await withClient(before.ownerUrl, (client) => client.query("CREATE TABLE acknowledged (number int PRIMARY KEY)"));
    let acknowledged = 0;

    const writing = withClient(before.ownerUrl, async (client) => {
      for (; ; acknowledged++) {
        await client.query("INSERT INTO acknowledged VALUES ($1)", [acknowledged]);
        if (acknowledged === 40) process.kill(before.process.pid, "SIGKILL");
      }
    });
    await expect(writing).rejects.toThrow(/terminat|connection|reset/i);
    await before.untilExit();

    const after = await servers.postgres();
    const kept = await withClient(after.ownerUrl, (client) => client.query("SELECT FROM acknowledged"));
    expect(after.wasAdopted).toBe(false);
    expect(kept.rowCount).toBeGreaterThanOrEqual(acknowledged);
  });

  it("is one server for two that start it at once", async () => {
    await using servers = ownServers();

    const both = await Promise.all([servers.postgres(), startPostgres({ dataDir: servers.dataDir, preferredPort: 0 })]);

    expect(both[0].process).toEqual(both[1].process);
    expect(both.filter(({ wasAdopted }) => wasAdopted)).toHaveLength(1);
  });

  it("gives neither of its roles more than it needs", async () => {
    await using servers = ownServers();
    const { url, ownerUrl } = await servers.postgres();

    for (const address of [url, ownerUrl]) {
      const { rows } = await withClient(address, (client) =>
        client.query(
          "SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user",
        ),
      );
      expect(rows).toEqual([{ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false }]);
    }
    await expect(withClient(url, (client) => client.query("CREATE TABLE mine (id int)"))).rejects.toThrow(
      "permission denied",
    );
  });
});

describe("the embedded Temporal", () => {
  it("is adopted while it runs, and started anew on its file after a kill", async () => {
    await using servers = ownServers();
    const first = await servers.temporal();

    const adopted = await servers.temporal();
    process.kill(first.process.pid, "SIGKILL");
    await first.untilExit();
    const anew = await servers.temporal();

    expect(adopted).toMatchObject({ wasAdopted: true, process: first.process });
    expect(anew).toMatchObject({ wasAdopted: false, port: first.port, movedAside: null });
  });

  it("moves a file that does not open aside, and says so", async () => {
    await using servers = ownServers();
    const first = await servers.temporal();
    await first.stop();
    writeFileSync(first.file, "no database at all");
    const said: string[] = [];

    const anew = await startTemporal({
      dataDir: servers.dataDir,
      preferredPort: 0,
      preferredUiPort: 0,
      say: (line) => said.push(line),
    });

    expect(anew.movedAside !== null && existsSync(anew.movedAside)).toBe(true);
    expect(said.join("\n")).toContain(anew.movedAside);
    await anew.stop();
  });
});
