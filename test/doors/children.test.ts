import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";
import { foldOf, readCaseLogs } from "../support/foldedCases.ts";
import { asksForALook, looksAtIt } from "../support/handingOver.ts";
import { ladder, nest, parentOfLadder } from "../support/processes.ts";

describe("cases under cases", () => {
  let firm: TestFirm;
  let parentId: string;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(ladder, parentOfLadder);
  });
  afterAll(() => firm.close());
  beforeEach(async () => {
    const recordId = await firm.aCustomer();
    const started = await firm.door.startCase(
      { commandId: randomUUID(), process: "parentOfLadder", recordType: "customer", recordId },
      firm.as("chen"),
    );
    parentId = String(started.caseId);
  });

  const children = () =>
    firm.rows<{ id: string; seq: number; status: string; depth: number }>(
      'SELECT id, seq, status, depth FROM "case" WHERE parent_case_id = $1',
      [parentId],
    );
  const statusOf = async (caseId: string) =>
    (await firm.rows<{ status: string }>('SELECT status FROM "case" WHERE id = $1', [caseId]))[0]?.status;
  const move = (caseId: string, name: string) =>
    firm.door.moveCase({ commandId: randomUUID(), caseId, move: name }, firm.as("chen"));

  it("a child is there with its parent's step, and takes its first by its own inbox", async () => {
    expect(await children()).toMatchObject([{ seq: 0, status: "running", depth: 1 }]);
    await firm.settle();
    expect(await children()).toMatchObject([{ seq: 1, status: "running" }]);
    expect(await statusOf(parentId)).toBe("running");
  });

  it("the end of a child moves its parent on", async () => {
    await firm.settle();
    const [child] = await children();
    await move(String(child?.id), "climb");
    expect(await statusOf(parentId)).toBe("running");
    await firm.settle();
    expect(await statusOf(parentId)).toBe("ended");
  });

  it("a child ends when its parent goes on without it", async () => {
    await firm.settle();
    await move(parentId, "giveUp");
    await firm.settle();
    expect(await children()).toMatchObject([{ status: "ended" }]);
    expect(await firm.rows("SELECT id FROM case_inbox")).toEqual([]);
  });

  it("a child begins with the variables handed over, and brings back those that its parent wants", async () => {
    await firm.publish(looksAtIt, asksForALook);
    const recordId = await firm.aCustomer();
    const { caseId } = await firm.door.startCase(
      { commandId: randomUUID(), process: "asksForALook", recordType: "customer", recordId },
      firm.as("chen"),
    );
    await firm.settle();
    const variablesOf = async (where: string) =>
      (
        await firm.rows<{ status: string; variables: unknown }>(
          `SELECT status, state -> 'variables' AS variables FROM "case" WHERE ${where} = $1`,
          [String(caseId)],
        )
      )[0];
    expect(await variablesOf("parent_case_id")).toMatchObject({
      status: "ended",
      variables: { asked: "high", found: "seen" },
    });
    expect(await variablesOf("id")).toEqual({ status: "running", variables: { level: "high", answer: "seen" } });
  });

  it("stand still with their parent and go on with it, but for one that an admin has stopped by itself", async () => {
    await firm.settle();
    const [child] = await children();
    const act = (caseId: string, name: "suspend" | "resume") =>
      firm.door.intervene({ commandId: randomUUID(), caseId, act: { do: name }, reason: "Waits" }, firm.as("mei"));
    const statuses = async () => [await statusOf(parentId), await statusOf(String(child?.id))];
    await act(parentId, "suspend");
    await firm.settle();
    expect(await statuses()).toEqual(["suspended", "suspended"]);
    expect(await codesOf(move(String(child?.id), "climb"))).toEqual(["CASE_SUSPENDED"]);
    await act(parentId, "resume");
    await firm.settle();
    expect(await statuses()).toEqual(["running", "running"]);

    await act(String(child?.id), "suspend");
    await act(parentId, "suspend");
    await firm.settle();
    await act(parentId, "resume");
    await firm.settle();
    expect(await statuses()).toEqual(["running", "suspended"]);
    expect(await firm.rows("SELECT id FROM case_inbox")).toEqual([]);
    for (const log of (await readCaseLogs(firm)).filter(({ id }) => [parentId, child?.id].includes(id)))
      expect(foldOf(log)).toEqual(log.state);
  });

  it("stand still by their first step when their parent was suspended right after it had opened them", async () => {
    await firm.door.intervene(
      { commandId: randomUUID(), caseId: parentId, act: { do: "suspend" }, reason: "Waits" },
      firm.as("mei"),
    );
    await firm.settle();
    expect(await children()).toMatchObject([{ status: "suspended", seq: 2 }]);
  });

  it("are at most eight deep; the ninth is an incident of the eighth", async () => {
    await firm.publish(nest);
    const recordId = await firm.aCustomer();
    await firm.door.startCase(
      { commandId: randomUUID(), process: "nest", recordType: "customer", recordId },
      firm.as("chen"),
    );
    await firm.settle();
    const nested = await firm.rows(
      `SELECT c.depth, i.code FROM "case" AS c LEFT JOIN incident AS i ON i.case_id = c.id AND i.cleared_at IS NULL
       WHERE c.record_id = $1 AND c.process_key = 'nest' ORDER BY c.depth`,
      [recordId],
    );
    expect(nested).toEqual([
      ...Array.from({ length: 8 }, (_, depth) => ({ depth, code: null })),
      { depth: 8, code: "DEPTH_EXCEEDED" },
    ]);
  });
});
