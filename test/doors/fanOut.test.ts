import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { gradeGate } from "../support/processes.ts";

const WATCHERS = 3_000;
/** As many as one transaction tells. */
const BATCH = 500;

describe("a change that thousands of cases watch", () => {
  let firm: TestFirm;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(gradeGate);
  });
  afterAll(() => firm.close());

  /** One case that waits for a customer's grade, and its likes: copies of its row and of what it watches. */
  const aWatchedCustomer = async (watchers: number): Promise<string> => {
    const customer = await firm.aCustomer();
    const command = { commandId: randomUUID(), process: "gradeGate", recordType: "customer", recordId: customer };
    const { caseId } = await firm.door.startCase(command, firm.as("chen"));
    await firm.rows(
      `WITH likes AS (
         INSERT INTO "case" SELECT (jsonb_populate_record(c, jsonb_build_object('id', uuidv7()))).*
         FROM "case" c, generate_series(2, $2::int) WHERE c.id = $1 RETURNING id)
       INSERT INTO case_watch (record_type, record_id, case_id, fact_key)
       SELECT w.record_type, w.record_id, likes.id, w.fact_key FROM case_watch w, likes WHERE w.case_id = $1`,
      [caseId, watchers],
    );
    return customer;
  };
  const grade = (id: string) =>
    firm.door.patchRecord(
      "customer",
      { commandId: randomUUID(), id, version: 1, fields: { grade: "A" } },
      firm.as("chen"),
    );
  const told = async (customer: string): Promise<number> => {
    const [row] = await firm.rows<{ count: number }>(
      'SELECT count(DISTINCT c.id)::int AS count FROM case_inbox i JOIN "case" c ON c.id = i.case_id WHERE c.record_id = $1',
      [customer],
    );
    return row?.count ?? 0;
  };

  it("tells a batch with the change, and all the others after it, none twice", async () => {
    const customer = await aWatchedCustomer(WATCHERS);
    await grade(customer);
    expect(await told(customer)).toBe(BATCH);

    let batches = 1;
    while (await firm.carrier.fanOut("people")) batches += 1;

    expect(await told(customer)).toBe(WATCHERS);
    expect(await firm.rows("SELECT count(*)::int AS count FROM case_inbox")).toEqual([{ count: WATCHERS }]);
    expect(batches).toBe(WATCHERS / BATCH + 1);
    await firm.rows("DELETE FROM case_inbox");
  });

  it("goes on from its row when several go on at once", async () => {
    const customer = await aWatchedCustomer(BATCH * 3 + 1);
    await grade(customer);
    const goOn = async (): Promise<void> => {
      while (await firm.carrier.fanOut("people"));
    };
    await Promise.all([goOn(), goOn(), goOn()]);
    await goOn();
    expect(await told(customer)).toBe(BATCH * 3 + 1);
    await firm.rows("DELETE FROM case_inbox");
  });

  it("lets every case that waited go on", async () => {
    const customer = await aWatchedCustomer(BATCH + 20);
    await grade(customer);
    await firm.settle();
    const stood = await firm.rows(
      'SELECT status, count(*)::int AS count FROM "case" WHERE record_id = $1 GROUP BY status',
      [customer],
    );
    expect(stood).toEqual([{ status: "ended", count: BATCH + 20 }]);
    expect(await firm.rows("SELECT id FROM fan_out")).toEqual([]);
  });
});
