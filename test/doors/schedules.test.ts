import { randomUUID } from "node:crypto";
import type { ScheduleRef } from "@sluice/contracts";
import { ensurePublished } from "@sluice/records";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { begunBy } from "../support/begunBy.ts";
import { eventually } from "../support/eventually.ts";

const weekly = { on: "schedule", cron: "0 9 * * MON", zone: "Asia/Shanghai" } as const;
const graded = { ...weekly, when: "record.?grade.orValue('') == 'A'" };

let firm: TestFirm;
let epoch: string;
beforeAll(async () => {
  firm = await aFirm();
  epoch = await firm.carrier.epoch();
  await firm.publish(
    begunBy("onMondays", graded),
    begunBy("onceAWeek", weekly, "skip"),
    begunBy("inTurn", weekly, "queue"),
    begunBy("broken", { ...weekly, when: "record.grade == 'A'" }),
  );
  for (const grade of ["A", "B", "A"]) await firm.aCustomer({ grade });
});
afterAll(() => firm.close());

const at = "2026-11-23T01:00:00.000Z";
beforeEach(() => firm.clock.set(at));
afterEach(async () => {
  await firm.pool.query('DELETE FROM schedule_firing; DELETE FROM case_inbox; DELETE FROM "case"');
});

const ref = (processKey: string, more: Partial<ScheduleRef> = {}): ScheduleRef => ({
  epoch,
  processKey,
  cron: weekly.cron,
  zone: weekly.zone,
  ...more,
});
const begun = async (processKey: string) =>
  (
    await firm.rows<{ grade: string | null; seq: number }>(
      `SELECT r.grade, c.seq FROM "case" AS c JOIN customer AS r ON r.id = c.record_id WHERE process_key = $1 ORDER BY r.grade, c.seq`,
      [processKey],
    )
  ).map((it) => `${it.grade} ${it.seq}`);
const firings = () =>
  firm.rows<{ at: string; started: number; over: boolean }>(
    "SELECT at, started, ended_at IS NOT NULL AS over FROM schedule_firing ORDER BY at",
  );

describe("a schedule that fires", () => {
  it("begins a case for each record where its condition holds", async () => {
    await firm.carrier.fireSchedule(ref("onMondays"), at);
    expect(await begun("onMondays")).toEqual([]);

    await firm.settle();

    expect(await begun("onMondays")).toEqual(["A 1", "A 1"]);
    expect(await firings()).toEqual([{ at, started: 2, over: true }]);
  });

  it("begins nothing twice, however often and by however many it is told", async () => {
    const tell = () => firm.carrier.fireSchedule(ref("onMondays"), at);
    await Promise.all([tell(), tell(), tell()]);
    await Promise.all([firm.carrier.fanOut("bulk"), firm.carrier.fanOut("bulk"), firm.carrier.fanOut("bulk")]);
    await firm.settle();
    await tell();
    await firm.settle();
    expect(await begun("onMondays")).toEqual(["A 1", "A 1"]);
  });

  it("begins again at its next instant, as its process says about a second start", async () => {
    const next = "2026-11-30T01:00:00.000Z";
    for (const key of ["onMondays", "onceAWeek", "inTurn"]) {
      await firm.carrier.fireSchedule(ref(key), at);
      await firm.settle();
      firm.clock.set(next);
      await firm.carrier.fireSchedule(ref(key), next);
      await firm.settle();
      firm.clock.set(at);
    }
    expect(await begun("onMondays")).toEqual(["A 1", "A 1", "A 1", "A 1"]);
    expect(await begun("onceAWeek")).toEqual(["A 1", "A 1", "B 1"]);
    expect(await begun("inTurn")).toEqual(["A 0", "A 0", "A 1", "A 1", "B 0", "B 1"]);
  });

  it("passes an instant over while the one before is under way, for good", async () => {
    const next = "2026-11-23T01:01:00.000Z";
    await firm.carrier.fireSchedule(ref("onMondays"), at);
    await firm.carrier.fireSchedule(ref("onMondays"), next);
    await firm.settle();
    await firm.carrier.fireSchedule(ref("onMondays"), next);
    await firm.settle();
    expect(await begun("onMondays")).toEqual(["A 1", "A 1"]);
    expect(await firings()).toEqual([
      { at, started: 2, over: true },
      { at: next, started: 0, over: true },
    ]);
  });

  it("makes up once for instants that are overdue together, and begins again at the next", async () => {
    const minute = (n: number) => `2026-11-23T01:0${n}:00.000Z`;
    firm.clock.set(minute(5));
    for (const n of [1, 2, 5]) {
      await firm.carrier.fireSchedule(ref("onMondays"), minute(n));
      await firm.settle();
    }
    expect((await firings()).map(({ started }) => started)).toEqual([2, 0, 0]);
    firm.clock.set(minute(6));
    await firm.carrier.fireSchedule(ref("onMondays"), minute(6));
    await firm.settle();
    expect((await firings()).map(({ started }) => started)).toEqual([2, 0, 0, 2]);
  });

  it.each([
    { name: "by an older epoch", told: { epoch: "older" }, instant: at },
    { name: "as it was before it was changed", told: { cron: "0 8 * * MON" }, instant: at },
    { name: "in another zone", told: { zone: "UTC" }, instant: at },
    { name: "for a process without one", told: { processKey: "nobody" }, instant: at },
    { name: "more than two days late", told: {}, instant: "2026-11-21T00:59:59.999Z" },
  ])("does nothing when it is told $name", async ({ told, instant }) => {
    await firm.carrier.fireSchedule(ref("onMondays", told), instant);
    expect(await firings()).toEqual([]);
  });

  it("is still heard two days late", async () => {
    await firm.carrier.fireSchedule(ref("onMondays"), "2026-11-21T01:00:00.000Z");
    expect(await firings()).toHaveLength(1);
  });

  it("leaves out what has been deleted", async () => {
    const id = await firm.aCustomer({ grade: "A" });
    await firm.door.deleteRecord("customer", { commandId: randomUUID(), id, version: 1 }, firm.as("mei"));
    await firm.carrier.fireSchedule(ref("onMondays"), at);
    await firm.settle();
    expect(await begun("onMondays")).toEqual(["A 1", "A 1"]);
  });

  it("takes a condition that cannot be answered for no answer: the case begins, and says so", async () => {
    const id = await firm.aCustomer();
    await firm.carrier.fireSchedule(ref("broken"), at);
    await firm.settle();
    expect(
      await firm.rows('SELECT i.code FROM incident AS i JOIN "case" AS c ON c.id = i.case_id WHERE c.record_id = $1', [
        id,
      ]),
    ).toEqual([{ code: "GUARD_BROKEN" }]);
    await firm.pool.query("UPDATE customer SET deleted_at = now() WHERE id = $1", [id]);
  });
});

describe("a schedule over many records", () => {
  const MANY = 1_001;
  beforeAll(async () => {
    await firm.pool.query(
      `INSERT INTO customer (id, number, name, grade, owner_id, department_id, tokens)
       SELECT gen_random_uuid(), 'CU-X-' || n, 'Many ' || n, 'C', $1, (SELECT department_id FROM person WHERE id = $1), '{}'
       FROM generate_series(1, $2) AS n`,
      [firm.people.chen, MANY],
    );
    await ensurePublished(firm.house, begunBy("gradeC", { ...weekly, when: "record.?grade.orValue('') == 'C'" }));
    await ensurePublished(firm.house, {
      ...begunBy("ofTheSales", { ...weekly, when: "record.?grade.orValue('') == 'A'" }),
      departmentId: (
        await firm.rows<{ id: string }>("SELECT department_id AS id FROM person WHERE id = $1", [firm.people.chen])
      )[0]?.id,
    });
  });

  const started = async () => (await firings())[0]?.started;
  /** Ends the connection of the next batch when it is about to put its starts into the inboxes. */
  const cutShort = async (): Promise<void> => {
    const blocker = await firm.pool.connect();
    await blocker.query("BEGIN; LOCK TABLE case_inbox IN SHARE MODE");
    const cut = firm.carrier.fanOut("bulk").then(
      () => "through",
      () => "cut",
    );
    await eventually(
      () =>
        firm.rows(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query ILIKE 'insert into "case_inbox"%'`,
        ),
      (it) => it.length === 1,
      { within: 10_000 },
    );
    expect(await cut).toBe("cut");
    await blocker.query("ROLLBACK");
    blocker.release();
  };

  it("goes on from where a batch was cut short, and passes nobody over", async () => {
    await firm.carrier.fireSchedule(ref("gradeC"), at);
    await cutShort();
    expect(await started()).toBe(0);
    await firm.carrier.fanOut("bulk");
    const first = await started();
    await cutShort();
    expect(await started()).toBe(first);
    while ((await firings())[0]?.over !== true)
      await Promise.all([firm.carrier.fanOut("bulk"), firm.carrier.fanOut("bulk")]);

    expect(
      await firm.rows(
        `SELECT count(*)::int AS cases, count(DISTINCT record_id)::int AS records, max(seq) AS seq FROM "case" WHERE process_key = 'gradeC'`,
      ),
    ).toEqual([{ cases: MANY, records: MANY, seq: 0 }]);
    expect(await firm.rows("SELECT DISTINCT lane FROM case_inbox")).toEqual([{ lane: "bulk" }]);
  });

  it("of a department begins for its own records alone", async () => {
    const elsewhere = await firm.aCustomer({ grade: "A" });
    await firm.pool.query(
      "UPDATE customer SET department_id = (SELECT department_id FROM person WHERE id = $2) WHERE id = $1",
      [elsewhere, firm.people.gao],
    );
    await firm.carrier.fireSchedule(ref("ofTheSales"), at);
    await firm.settle();
    expect(await begun("ofTheSales")).toEqual(["A 1", "A 1"]);
  });
});
