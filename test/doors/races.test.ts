import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";
import { gradeGate, ladder } from "../support/processes.ts";
import { regrading } from "../support/regrading.ts";

/** So often a hold and the change that clears it meet; so many of them at a time. */
const TRIES = 1_000;
const AT_ONCE = 10;

describe("two at once", () => {
  let firm: TestFirm;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(ladder, gradeGate, regrading);
  });
  afterAll(() => firm.close());

  const start = async (process: string, recordId: string): Promise<string> =>
    String(
      (
        await firm.door.startCase(
          { commandId: randomUUID(), process, recordType: "customer", recordId },
          firm.as("chen"),
        )
      ).caseId,
    );
  const grade = (id: string, version: number, value: string | null) =>
    firm.door.patchRecord(
      "customer",
      { commandId: randomUUID(), id, version, fields: { grade: value } },
      firm.as("chen"),
    );

  it("one move wins, the other is told that the case has moved on", async () => {
    const caseId = await start("ladder", await firm.aCustomer());
    const climb = () =>
      codesOf(firm.door.moveCase({ commandId: randomUUID(), caseId, move: "climb" }, firm.as("chen")));
    const codes = (await Promise.all([climb(), climb()])).toSorted((one, other) => one.length - other.length);
    expect(codes).toEqual([[], ["CASE_ENDED"]]);
    expect(await firm.rows("SELECT seq FROM case_event WHERE case_id = $1 ORDER BY seq", [caseId])).toEqual([
      { seq: 1 },
      { seq: 2 },
    ]);
  });

  it("one edit wins, the other is told the version", async () => {
    const id = await firm.aCustomer();
    const codes = (await Promise.all([codesOf(grade(id, 1, "A")), codesOf(grade(id, 1, "B"))])).toSorted(
      (one, other) => one.length - other.length,
    );
    expect(codes).toEqual([[], ["VERSION_CONFLICT"]]);
  });

  it(
    "a case that begins to wait and the change it waits for never miss each other, a thousand times",
    {
      timeout: 240_000,
    },
    async () => {
      const cases: string[] = [];
      const meet = async (): Promise<string> => {
        const id = await firm.aCustomer();
        const [caseId] = await Promise.all([start("gradeGate", id), grade(id, 1, "A")]);
        return caseId;
      };
      while (cases.length < TRIES) cases.push(...(await Promise.all(Array.from({ length: AT_ONCE }, meet))));
      await firm.settle();
      const waiting = await firm.rows("SELECT id FROM \"case\" WHERE id = ANY ($1::uuid[]) AND status <> 'ended'", [
        cases,
      ]);
      expect(waiting).toEqual([]);
      expect(cases).toHaveLength(TRIES);
    },
  );

  it("a move by a condition that the step itself made false is taken when somebody makes it true before the case is told", async () => {
    const id = await firm.aCustomer({ grade: "A" });
    const caseId = await start("regrading", id);
    await grade(id, 2, "A");
    await firm.settle();
    expect(await firm.rows('SELECT status, stage_key FROM "case" WHERE id = $1', [caseId])).toEqual([
      { status: "ended", stage_key: "done" },
    ]);
  });

  it("a move by a condition that has been true all along is not taken", async () => {
    const id = await firm.aCustomer({ grade: "A" });
    const caseId = await start("regrading", id);
    await firm.settle();
    await grade(id, 2, "B");
    await firm.settle();
    expect(await firm.rows('SELECT stage_key FROM "case" WHERE id = $1', [caseId])).toEqual([{ stage_key: "asking" }]);
  });

  it("tells a case that waits, and one that waits no more watches nothing", async () => {
    const id = await firm.aCustomer();
    const caseId = await start("gradeGate", id);
    expect(await firm.rows("SELECT record_id FROM case_watch WHERE case_id = $1", [caseId])).toEqual([
      { record_id: id },
    ]);
    await grade(id, 1, "B");
    await firm.settle();
    expect(await firm.rows('SELECT status FROM "case" WHERE id = $1', [caseId])).toEqual([{ status: "running" }]);
    await grade(id, 2, "A");
    await firm.settle();
    expect(await firm.rows('SELECT status, watches FROM "case" WHERE id = $1', [caseId])).toEqual([
      { status: "ended", watches: 0 },
    ]);
    expect(await firm.rows("SELECT record_id FROM case_watch WHERE case_id = $1", [caseId])).toEqual([]);
  });
});
