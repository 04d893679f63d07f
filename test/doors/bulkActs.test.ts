import { randomUUID } from "node:crypto";
import {
  cancelBulk,
  countBulk,
  createReads,
  readBulk,
  readNewestBulk,
  startBulk,
  type BulkDeed,
  type BulkTarget,
} from "@sluice/records";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";
import { signing } from "../support/signing.ts";

describe("what is done to many cases at once", () => {
  let firm: TestFirm;
  let caseIds: readonly string[];
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(signing);
  });
  afterAll(() => firm.close());
  beforeEach(async () => {
    const customer = await firm.aCustomer();
    const started = [];
    for (let count = 0; count < 3; count += 1)
      started.push(
        await firm.door.startCase(
          { commandId: randomUUID(), process: "signing", recordType: "customer", recordId: customer },
          firm.as("chen"),
        ),
      );
    caseIds = started.map(({ caseId }) => String(caseId));
  });

  const reads = () => createReads(firm.pool);
  const begin = async (act: BulkDeed, target: BulkTarget = { filter: {} }, reason = "the firm moves") => {
    const { recordId } = await startBulk(
      firm.house,
      { commandId: randomUUID(), process: "signing", target, act, reason },
      firm.as("mei"),
    );
    return String(recordId);
  };
  const work = async () => {
    while (await firm.carrier.bulkMore());
  };
  const progress = (id: string) => readBulk(reads(), id, firm.as("mei"));
  const statusOf = async () =>
    (
      await firm.rows<{ status: string; seq: number }>('SELECT status, seq FROM "case" WHERE id = ANY ($1::uuid[])', [
        caseIds,
      ])
    ).map(({ status, seq }) => [status, seq]);
  const over = async () => {
    await work();
    await begin({ do: "cancel" });
    await work();
  };

  it("does it to each that is meant when it begins, once, and keeps the reason with every case", async () => {
    const target = { node: "sign", filter: {} };
    expect(await countBulk(firm.house, { process: "signing", target }, firm.as("mei"))).toBe(3);
    const id = await begin({ do: "suspend" }, target);
    await work();
    expect(await progress(id)).toMatchObject({ status: "done", done: 3, refused: 0, left: 0 });
    expect(await statusOf()).toEqual([
      ["suspended", 2],
      ["suspended", 2],
      ["suspended", 2],
    ]);
    const events = await firm.rows<{ reason: string }>(
      "SELECT event ->> 'reason' AS reason FROM case_event WHERE case_id = ANY ($1::uuid[]) AND seq = 2",
      [caseIds],
    );
    expect(events.map(({ reason }) => reason)).toEqual(Array.from({ length: 3 }, () => "the firm moves"));
    await over();
  });

  it("is refused for some, with each its reason, and goes on with the others", async () => {
    const [first = ""] = caseIds;
    await firm.door.intervene(
      { commandId: randomUUID(), caseId: first, act: { do: "suspend" }, reason: "alone" },
      firm.as("mei"),
    );
    const id = await begin({ do: "suspend" });
    await work();
    const { done, refused, refusals } = await progress(id);
    expect({ done, refused }).toEqual({ done: 2, refused: 1 });
    expect(refusals.map(({ caseId, problems }) => [caseId, problems.length > 0])).toEqual([[first, true]]);
    await over();
  });

  it("gives open work to somebody else, and after a kill means the same and does it once", async () => {
    const id = await begin({ do: "reassign", to: firm.people.gao });
    await work();
    const before = await statusOf();
    await firm.rows(`UPDATE bulk_act_case SET result = NULL WHERE bulk_act_id = $1`, [id]);
    await firm.rows(`UPDATE bulk_act SET status = 'running', ended_at = NULL WHERE id = $1`, [id]);

    await work();

    expect(await progress(id)).toMatchObject({ status: "done", done: 3, refused: 0 });
    expect(await statusOf()).toEqual(before);
    const open = await firm.rows<{ assignee_id: string }>(
      "SELECT assignee_id FROM task WHERE case_id = ANY ($1::uuid[]) AND status = 'open'",
      [caseIds],
    );
    expect(open.map((task) => task.assignee_id)).toEqual(Array.from({ length: 3 }, () => firm.people.gao));
    await over();
  });

  it("does nothing more once it is cancelled", async () => {
    const id = await begin({ do: "suspend" });
    await cancelBulk(firm.house, { commandId: randomUUID(), id }, firm.as("mei"));
    await work();
    expect(await progress(id)).toMatchObject({ status: "cancelled", done: 0, left: 3 });
    await expect(codesOf(cancelBulk(firm.house, { commandId: randomUUID(), id }, firm.as("mei")))).resolves.toEqual([
      "EVENT_NOT_APPLICABLE",
    ]);
    await over();
  });

  it("is an admin's, and never without a reason", async () => {
    const wish = {
      commandId: randomUUID(),
      process: "signing",
      target: { filter: {} },
      act: { do: "cancel" } as const,
    };
    await expect(codesOf(startBulk(firm.house, { ...wish, reason: "x" }, firm.as("wang")))).resolves.toEqual([
      "NOT_ALLOWED",
    ]);
    await expect(codesOf(startBulk(firm.house, { ...wish, reason: " " }, firm.as("mei")))).resolves.toEqual([
      "REASON_REQUIRED",
    ]);
    await expect(codesOf(readNewestBulk(reads(), "signing", firm.as("chen")))).resolves.toEqual(["NOT_ALLOWED"]);
    await over();
  });
});
