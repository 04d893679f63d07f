import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { readMigration, startMigration } from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { eventually } from "../support/eventually.ts";
import { foldOf, readCaseLogs } from "../support/foldedCases.ts";
import { errandOfNow, manyErrands, migrateAll, toErrandOfNow } from "../support/manyErrands.ts";
import { errand } from "../support/processes.ts";
import { publishAhead } from "../support/publishAhead.ts";

const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const worker = new URL("./migrating/migratingProcess.ts", import.meta.url).pathname;

describe("a migration whose worker is killed in the middle", () => {
  let firm: TestFirm;
  let id: string;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(errand);
    await publishAhead(firm, errandOfNow);
    await manyErrands(firm, 60);
    const wish = { process: "errand", from: 1, to: 2, mapping: toErrandOfNow, timers: "kept", reason: "new" } as const;
    const { recordId } = await startMigration(firm.house, { commandId: randomUUID(), ...wish }, firm.as("mei"));
    id = String(recordId);
  });
  afterAll(() => firm.close());

  const moved = async (): Promise<number> => {
    const [row] = await firm.rows<{ count: number }>(
      "SELECT count(*)::int AS count FROM case_migration_case WHERE migration_id = $1",
      [id],
    );
    return row?.count ?? 0;
  };

  /** Lets a worker go until so many cases have moved, and kills it as it is. */
  const killedAt = async (count: number): Promise<void> => {
    const child = spawn(process.execPath, ["--import", loader, worker, firm.db.url], { stdio: "ignore" });
    const isOver = once(child, "exit");
    await eventually(moved, (now) => now >= count, { within: 30_000, every: 5 });
    child.kill("SIGKILL");
    await isOver;
    await firm.rows("UPDATE case_migration SET leased_until = NULL WHERE id = $1", [id]);
  };

  it("leaves each case either moved and noted, or neither", { timeout: 90_000 }, async () => {
    for (const count of [3, 20, 40]) {
      await killedAt(count);
      const rows = await firm.rows<{ version: number; noted: boolean; ofVersion: boolean; stays: boolean }>(
        `SELECT c.version, m.case_id IS NOT NULL AS noted, c.seq = c.version AS "ofVersion",
           (SELECT bool_and(s.version = c.version) FROM stay s WHERE s.case_id = c.id) AS stays
         FROM "case" c LEFT JOIN case_migration_case m ON m.case_id = c.id`,
      );
      expect(rows).toHaveLength(60);
      expect(rows.filter(({ version, noted }) => noted !== (version === 2))).toEqual([]);
      expect(rows.filter(({ ofVersion, stays }) => !(ofVersion && stays))).toEqual([]);
      expect(rows.filter(({ version }) => version === 2).length).toBeGreaterThanOrEqual(count);
    }
    expect(await moved()).toBeLessThan(60);
  });

  it("is gone on with by the next, to the last, and every case folds", async () => {
    await migrateAll(firm);
    expect(await readMigration(firm.house, id, firm.as("mei"))).toMatchObject({
      status: "done",
      counts: { moves: 60 },
    });
    for (const log of await readCaseLogs(firm)) expect(foldOf(log)).toEqual(log.state);
  });
});
