import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { foldOf, readCaseLogs, type CaseLog } from "../support/foldedCases.ts";
import { errand, gradeGate, ladder } from "../support/processes.ts";

describe("folding what happened, without a database", () => {
  let firm: TestFirm;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(ladder, gradeGate, errand);
  });
  afterAll(() => firm.close());

  const start = async (process: string): Promise<string> => {
    const recordId = await firm.aCustomer();
    return String(
      (
        await firm.door.startCase(
          { commandId: randomUUID(), process, recordType: "customer", recordId },
          firm.as("chen"),
        )
      ).caseId,
    );
  };

  const logOf = async (caseId: string): Promise<CaseLog> => {
    const log = (await readCaseLogs(firm)).find((it) => it.id === caseId);
    if (log === undefined) throw new Error(`there is no case ${caseId}`);
    return log;
  };
  it("gives the stored state of a case that moved", async () => {
    const caseId = await start("ladder");
    await firm.door.moveCase(
      { commandId: randomUUID(), caseId, move: "note", reason: "because", form: { note: "seen" } },
      firm.as("chen"),
    );
    const log = await logOf(caseId);
    expect(foldOf(log)).toEqual(log.state);
  });

  it("gives the stored state of a case that waited", async () => {
    const caseId = await start("gradeGate");
    const [it] = await firm.rows<{ record_id: string }>('SELECT record_id FROM "case" WHERE id = $1', [caseId]);
    await firm.door.patchRecord(
      "customer",
      { commandId: randomUUID(), id: String(it?.record_id), version: 1, fields: { grade: "A" } },
      firm.as("chen"),
    );
    await firm.settle();
    const log = await logOf(caseId);
    expect(foldOf(log)).toEqual(log.state);
  });

  it("gives the stored state of a case with tasks, alarms and effects", async () => {
    const caseId = await start("errand");
    const [task] = await firm.rows<{ id: string }>("SELECT id FROM task WHERE case_id = $1", [caseId]);
    const epoch = await firm.carrier.epoch();
    const alarm = (await firm.carrier.directiveOf(caseId))?.alarmAt;
    await firm.carrier.alarmRang({ caseId, epoch }, String(alarm));
    for (const act of [{ do: "claim" }, { do: "complete", outcome: "called" }] as const) {
      await firm.door.actOnTask({ commandId: randomUUID(), taskId: String(task?.id), act }, firm.as("chen"));
    }
    const [effect] = (await firm.carrier.directiveOf(caseId))?.effects ?? [];
    await firm.carrier.begin({ caseId, epoch }, String(effect?.key));
    await firm.carrier.done({ caseId, epoch }, String(effect?.key), { messageId: "m1" });
    const log = await logOf(caseId);
    expect(foldOf(log)).toEqual(log.state);
    expect(await firm.rows('SELECT status FROM "case" WHERE id = $1', [caseId])).toEqual([{ status: "ended" }]);
  });
});
