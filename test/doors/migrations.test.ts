import { randomUUID } from "node:crypto";
import { NO_MAPPING } from "@sluice/process";
import {
  cancelMigration,
  goOnWithMigration,
  readMigration,
  startMigration,
  undoMigration,
  type StartMigration,
} from "@sluice/records";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";
import { foldOf, readCaseLogs } from "../support/foldedCases.ts";
import { errandOfNow, manyErrands, migrateAll, toErrandOfNow } from "../support/manyErrands.ts";
import { errand } from "../support/processes.ts";
import { publishAhead } from "../support/publishAhead.ts";

describe("many cases that are taken over", () => {
  let firm: TestFirm;
  let ids: readonly string[];
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(errand);
    await publishAhead(firm, errandOfNow);
    await asOwner("UPDATE person SET roles = array_append(roles, 'admin') WHERE email LIKE 'gao@%'");
  });
  afterAll(() => firm.close());
  beforeEach(async () => {
    ids = await manyErrands(firm, 8);
  });

  const start = async (wish: Partial<StartMigration> = {}): Promise<string> => {
    const { recordId } = await startMigration(
      firm.house,
      {
        commandId: randomUUID(),
        process: "errand",
        from: 1,
        to: 2,
        mapping: toErrandOfNow,
        timers: "kept",
        reason: "the new errand",
        filter: { caseIds: ids },
        ...wish,
      },
      firm.as("mei"),
    );
    return String(recordId);
  };
  const read = (id: string) => readMigration(firm.house, id, firm.as("mei"));
  const command = (id: string) => ({ commandId: randomUUID(), id });
  const undo = (id: string, by: StaffName = "mei") =>
    undoMigration(firm.house, { ...command(id), reason: "too early" }, firm.as(by));
  const versions = async (): Promise<readonly number[]> => {
    const rows = await firm.rows<{ version: number }>('SELECT version FROM "case" WHERE id = ANY ($1) ORDER BY id', [
      ids,
    ]);
    return rows.map(({ version }) => version);
  };
  const allOn = (version: number) => ids.map(() => version);
  const asOwner = async (text: string): Promise<void> => {
    const client = new pg.Client({ connectionString: firm.db.superuserUrl });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  const complete = async (caseId: string): Promise<void> => {
    const [task] = await firm.rows<{ id: string }>("SELECT id FROM task WHERE case_id = $1", [caseId]);
    for (const act of [{ do: "claim" }, { do: "complete", outcome: "called" }] as const)
      await firm.door.actOnTask({ commandId: randomUUID(), taskId: String(task?.id), act }, firm.as("chen"));
  };
  const fails = async (caseId: string): Promise<void> => {
    await complete(caseId);
    const epoch = await firm.carrier.epoch();
    const key = String((await firm.carrier.directiveOf(caseId))?.effects[0]?.key);
    await firm.pool.query(
      "UPDATE \"case\" SET state = jsonb_set(state, '{tokens,0,data}', '{\"tries\": 20}') WHERE id = $1",
      [caseId],
    );
    await firm.carrier.begin({ caseId, epoch }, key);
    await firm.carrier.failed({ caseId, epoch }, key, "down", false);
  };

  it("are worked off to the last, and fold to what is stored", async () => {
    const id = await start();
    await migrateAll(firm);
    expect(await versions()).toEqual(allOn(2));
    expect(await read(id)).toMatchObject({ status: "done", left: 0, counts: { moves: 8 }, staying: [] });
    for (const log of (await readCaseLogs(firm)).filter((it) => ids.includes(it.id)))
      expect(foldOf(log)).toEqual(log.state);
  });

  it("are five first, and the others when somebody says so", async () => {
    const id = await start({ stopsAfterTrial: true });
    await migrateAll(firm);
    expect([(await versions()).filter((version) => version === 2).length, (await read(id)).status]).toEqual([
      5,
      "tried",
    ]);
    expect((await read(id)).tried.map(({ caseId, verdict }) => [caseId, verdict])).toEqual(
      ids.slice(0, 5).map((caseId) => [caseId, "moves"]),
    );
    await goOnWithMigration(firm.house, command(id), firm.as("mei"));
    await migrateAll(firm);
    const { status, tried } = await read(id);
    expect([await versions(), status, tried]).toEqual([allOn(2), "done", []]);
  });

  it("stop at the first incident of one that moved", async () => {
    const id = await start();
    await firm.carrier.migrateMore();
    await fails(String(ids[0]));
    await migrateAll(firm);
    const { status, stoppedBy, left } = await read(id);
    expect([status, stoppedBy, left]).toEqual(["stopped", { caseId: ids[0], code: "EFFECT_FAILED" }, 3]);
  });

  it("stop at an incident in the middle of a batch, before the next is touched", async () => {
    const id = await start();
    await firm.carrier.migrateMore();
    await asOwner(
      `CREATE FUNCTION strike() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         INSERT INTO incident (case_id, key, node, code, values, raised_at) VALUES (NEW.case_id, 'struck', 'ring', 'EFFECT_FAILED', '{}', clock_timestamp());
         RETURN NEW; END $$;
       CREATE TRIGGER struck AFTER INSERT ON case_migration_case FOR EACH ROW WHEN (NEW.case_id = '${ids[5]}') EXECUTE FUNCTION strike()`,
    );
    await migrateAll(firm);
    await asOwner("DROP FUNCTION strike() CASCADE");
    const { status, stoppedBy, counts, left } = await read(id);
    expect([status, stoppedBy?.caseId, counts, left]).toEqual(["stopped", ids[5], { moves: 6 }, 2]);
  });

  it("are only those that are meant, at their step", async () => {
    await complete(String(ids[3]));
    const id = await start({ filter: { caseIds: ids, node: "call" } });
    await migrateAll(firm);
    expect(await versions()).toEqual(ids.map((caseId) => (caseId === ids[3] ? 1 : 2)));
    expect(await read(id)).toMatchObject({ status: "done", left: 0, counts: { moves: 7 }, filter: { node: "call" } });
  });

  it("stay where they are when they cannot move, and say why", async () => {
    await complete(String(ids[1]));
    const id = await start({ mapping: NO_MAPPING });
    await migrateAll(firm);
    const { status, counts, staying } = await read(id);
    expect([status, counts]).toEqual(["done", { moves: 1, needsMapping: 7 }]);
    expect(staying.map(({ caseId }) => caseId)).toEqual(ids.filter((it) => it !== ids[1]));
    expect(new Set(staying.flatMap(({ problems }) => problems.map(({ code }) => code)))).toEqual(
      new Set(["MIGRATION_NEEDS_MAPPING"]),
    );
  });

  it("are left alone once it is cancelled", async () => {
    const id = await start();
    await firm.carrier.migrateMore();
    await cancelMigration(firm.house, command(id), firm.as("mei"));
    await migrateAll(firm);
    expect([(await versions()).filter((version) => version === 2).length, (await read(id)).status]).toEqual([
      5,
      "cancelled",
    ]);
  });

  it("go back, but for those that have moved since", async () => {
    const id = await start();
    await migrateAll(firm);
    await complete(String(ids[2]));
    await undo(id);
    await migrateAll(firm);
    expect(await versions()).toEqual(ids.map((caseId) => (caseId === ids[2] ? 2 : 1)));
    expect(await read(id)).toMatchObject({
      status: "undone",
      undone: { undone: 7, movedSince: 1 },
      undoReason: "too early",
      notBack: [{ caseId: ids[2], undone: "movedSince", problems: [{ code: "MIGRATION_ACTED_SINCE" }] }],
    });
  });

  it("go back to when their work was due, whatever was chosen on the way, in the name of who took them back", async () => {
    const stands = () =>
      firm.rows(
        `SELECT c.version, c.alarm_at, c.state - 'seq' AS state, t.node, t.due_at, s.due_at AS stay_due
         FROM "case" c JOIN task t ON t.case_id = c.id JOIN stay s ON s.case_id = c.id AND s.node = t.node
         WHERE c.id = ANY ($1) AND s.left_at IS NULL ORDER BY c.id`,
        [ids],
      );
    const before = await stands();
    firm.clock.set(new Date(Date.now() + 600_000).toISOString());
    const id = await start({ timers: "restarted" });
    await migrateAll(firm);
    const between = await stands();
    await undo(id, "gao");
    await migrateAll(firm);
    firm.clock.set(null);
    expect([between.length, between.filter((it, index) => it["due_at"] === before[index]?.["due_at"])]).toEqual([
      8,
      [],
    ]);
    expect(await stands()).toEqual(before);
    expect(
      await firm.rows(
        "SELECT DISTINCT actor, detail ->> 'reason' AS why FROM audit WHERE case_id = ANY ($1) AND action = 'migrate' AND (detail ->> 'to')::int = 1",
        [ids],
      ),
    ).toEqual([{ actor: { kind: "person", personId: firm.people.gao }, why: "too early" }]);
    for (const log of (await readCaseLogs(firm)).filter((it) => ids.includes(it.id)))
      expect(foldOf(log)).toEqual(log.state);
  });

  it("are not taken back without a reason", async () => {
    const id = await start();
    await migrateAll(firm);
    expect(await codesOf(undoMigration(firm.house, { ...command(id), reason: " " }, firm.as("mei")))).toEqual([
      "REASON_REQUIRED",
    ]);
  });

  it("are not undone while they are still worked off", async () => {
    const id = await start();
    expect(await codesOf(undo(id))).toEqual(["EVENT_NOT_APPLICABLE"]);
    await migrateAll(firm);
    expect(await codesOf(undo(id, "chen"))).toEqual(["NOT_ALLOWED"]);
  });

  it("are begun by an admin only, and with a reason", async () => {
    const wish = {
      commandId: randomUUID(),
      process: "errand",
      from: 1,
      to: 2,
      mapping: NO_MAPPING,
      timers: "kept",
    } as const;
    expect(await codesOf(startMigration(firm.house, { ...wish, reason: "x" }, firm.as("chen")))).toEqual([
      "NOT_ALLOWED",
    ]);
    expect(await codesOf(startMigration(firm.house, { ...wish, reason: " " }, firm.as("mei")))).toEqual([
      "REASON_REQUIRED",
    ]);
  });
});
