import { runTransaction, type DoorTransaction } from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";

describe("in each other's way", () => {
  let firm: TestFirm;
  let ids: readonly string[];
  beforeAll(async () => {
    firm = await aFirm();
    ids = (await Promise.all([firm.aCustomer(), firm.aCustomer()])).toSorted();
  });
  afterAll(() => firm.close());

  const touch = (order: readonly string[]) =>
    runTransaction(firm.house, async (tx: DoorTransaction) => {
      for (const id of order) await tx.records.find({ type: "customer", id }, "write");
      return order.length;
    });

  it("two that lock the same records in opposite orders both come through, a hundred times", async () => {
    const opposite = ids.toReversed();
    const done = await Promise.all(Array.from({ length: 100 }, (_, at) => touch(at % 2 === 0 ? ids : opposite)));
    expect(done.every((count) => count === 2)).toBe(true);
    const [deadlocks] = await firm.rows<{ deadlocks: string }>(
      "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()",
    );
    expect(deadlocks?.deadlocks).toBe("0");
  });

  it("is told to come back later when someone holds a record for long", async () => {
    const holder = await firm.pool.connect();
    try {
      await holder.query("BEGIN");
      await holder.query("SELECT FROM customer WHERE id = $1 FOR UPDATE", [ids[0]]);
      expect(await codesOf(touch(ids.slice(0, 1)))).toEqual(["BUSY"]);
      await holder.query("ROLLBACK");
    } finally {
      holder.release();
    }
    expect(await touch(ids)).toBe(2);
  });
});
