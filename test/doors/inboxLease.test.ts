import { randomUUID } from "node:crypto";
import type { CarrierDoor } from "@sluice/records";
import { inboxTurn, type InboxLane } from "@sluice/relay";
import { createLogger } from "@sluice/telemetry";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aGate } from "../faults/carrier/aGate.ts";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { begunBy } from "../support/begunBy.ts";
import { eventually } from "../support/eventually.ts";

const log = createLogger("test", { level: "silent" });
let firm: TestFirm;
beforeAll(async () => {
  firm = await aFirm();
  await firm.publish(begunBy("seen", { on: "recordCreated" }));
});
afterAll(() => firm.close());
beforeEach(async () => {
  await firm.settle();
});

/** New customers, each with a start in an inbox. */
const arrive = async (count: number, via: "session" | "import" = "session"): Promise<void> => {
  const commands = Array.from({ length: count }, (_, n) => ({ commandId: randomUUID(), fields: { name: `New ${n}` } }));
  await firm.door.createRecords("customer", commands, { ...firm.as("chen"), via });
};
/** A relay's turn; what it delivers to is told. */
const turn = (told: string[], more: Partial<InboxLane> = {}, before: Promise<void> = Promise.resolve()) => {
  const carrier: CarrierDoor = {
    ...firm.carrier,
    deliverInbox: async (caseId) => {
      told.push(caseId);
      await before;
      return firm.carrier.deliverInbox(caseId);
    },
  };
  return inboxTurn({ pool: firm.pool, lane: "people", carrier, log, batch: 100, width: 4, ...more });
};
const waiting = () => firm.rows<{ lane: string }>("SELECT lane FROM case_inbox ORDER BY id");

describe("what waits in inboxes", () => {
  it("is delivered by one of several relays, each case by one of them", async () => {
    await arrive(40);
    const told: string[] = [];
    await Promise.all(Array.from({ length: 4 }, () => turn(told, { batch: 10 })));
    expect(told).toHaveLength(40);
    expect(new Set(told).size).toBe(40);
    expect(await waiting()).toEqual([]);
  });

  it("is left alone while another relay has it, and taken over when that one's lease runs out", async () => {
    await arrive(3);
    const gate = aGate();
    const [first, second]: [string[], string[]] = [[], []];
    const slow = turn(first, { width: 3 }, gate.opened);
    await eventually(
      () => Promise.resolve(first.length),
      (count) => count === 3,
    );

    expect(await turn(second)).toBe(false);
    await firm.pool.query("UPDATE case_inbox SET leased_until = now() - interval '1 millisecond'");
    expect(await turn(second)).toBe(true);
    expect(second.toSorted()).toEqual(first.toSorted());
    gate.open();
    await slow;

    expect(await waiting()).toEqual([]);
    expect(await firm.rows('SELECT DISTINCT seq FROM "case" WHERE id = ANY($1)', [first]), "begun once").toEqual([
      { seq: 1 },
    ]);
  });

  it("that comes to a case while it is held is found when it is given back", async () => {
    await arrive(1);
    const gate = aGate();
    const [first, second]: [string[], string[]] = [[], []];
    const slow = turn(first, {}, gate.opened);
    await eventually(
      () => Promise.resolve(first.length),
      (count) => count === 1,
    );
    await firm.pool.query(
      `INSERT INTO case_inbox (case_id, happening, actor) SELECT case_id, '{"type":"factsChanged"}', actor FROM case_inbox`,
    );
    expect(await turn(second)).toBe(false);
    gate.open();
    await slow;
    await turn(first);
    expect(await waiting()).toEqual([]);
  });

  it("is put off alone when it cannot be delivered, and given back", async () => {
    await arrive(2);
    const broken = firm.rows<{ case_id: string }>("SELECT case_id FROM case_inbox ORDER BY id LIMIT 1");
    const [{ case_id: brokenId } = { case_id: "" }] = await broken;
    const carrier: CarrierDoor = {
      ...firm.carrier,
      deliverInbox: async (caseId) => {
        if (caseId === brokenId) throw new Error("away");
        return firm.carrier.deliverInbox(caseId);
      },
    };
    await inboxTurn({ pool: firm.pool, lane: "people", carrier, log, batch: 100, width: 1 });
    expect(await firm.rows("SELECT case_id, leased_until, not_before > now() AS later FROM case_inbox")).toEqual([
      { case_id: brokenId, leased_until: null, later: true },
    ]);
    await firm.pool.query("UPDATE case_inbox SET not_before = now()");
  });

  it("of an import leaves by its own lane, so many in a turn", async () => {
    await arrive(5, "import");
    await arrive(1);
    const told: string[] = [];
    await turn(told);
    expect([told.length, (await waiting()).map(({ lane }) => lane)]).toEqual([
      1,
      Array.from({ length: 5 }, () => "bulk"),
    ]);
    await turn(told, { lane: "bulk", batch: 3 });
    expect(await waiting()).toHaveLength(2);
  });
});
