import { randomUUID } from "node:crypto";
import { stuckCases } from "@sluice/relay";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { patience } from "../faults/carrier/courier.ts";
import { aFirm, type TestFirm } from "../support/aFirm.ts";

describe("the sweep", () => {
  let firm: TestFirm;
  let caseId: string;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(patience);
  });
  afterAll(() => firm.close());
  beforeEach(async () => {
    const recordId = await firm.aCustomer();
    const command = { commandId: randomUUID(), process: "patience", recordType: "customer", recordId };
    caseId = String((await firm.door.startCase(command, firm.as("chen"))).caseId);
  });

  const MINUTE_MS = 60_000;
  const late = (byMs: number) =>
    firm.pool.query(`UPDATE "case" SET alarm_at = now() - $2 * interval '1 millisecond' WHERE id = $1`, [caseId, byMs]);
  /** Lets time pass for the sweep alone. */
  const pass = (ms: number) =>
    firm.pool.query(
      `UPDATE "case" SET swept_at = swept_at - $2 * interval '1 millisecond', last_event_at = last_event_at - interval '1 day' WHERE id = $1`,
      [caseId, ms],
    );
  const found = async () =>
    (await stuckCases(firm.pool, { overdueMs: MINUTE_MS, everyMs: 30_000, limit: 100 })).filter(
      (it) => it.caseId === caseId,
    );

  it("finds an alarm that is late by a minute, not before", async () => {
    await late(MINUTE_MS - 5_000);
    expect(await found()).toEqual([]);
    await late(MINUTE_MS + 1_000);
    expect(await found()).toMatchObject([{ processKey: "patience", lane: "people", times: 1 }]);
  });

  it("gives a machine that is behind twice the time each time, up to sixteen times, then counts anew", async () => {
    await late(MINUTE_MS + 1_000);
    const counted: (number | undefined)[] = [(await found())[0]?.times];
    for (const minutes of [1, 2, 4, 8, 16, 16]) {
      await pass(minutes * MINUTE_MS - 5_000);
      expect(await found()).toEqual([]);
      await pass(5_000);
      counted.push((await found())[0]?.times);
    }
    expect(counted).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("counts anew when the case did something itself", async () => {
    await late(MINUTE_MS + 1_000);
    await found();
    await pass(MINUTE_MS);
    await firm.pool.query('UPDATE "case" SET last_event_at = now() WHERE id = $1', [caseId]);
    expect(await found()).toMatchObject([{ times: 1 }]);
  });
});
