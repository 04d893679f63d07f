import { randomUUID } from "node:crypto";
import { recordSchemas } from "@sluice/domain";
import {
  advance,
  compile,
  newborn,
  processDefinitionSchema,
  upgradeEvent,
  type CaseEvent,
  type CaseState,
  type Facts,
  type ProcessDefinitionInput,
} from "@sluice/process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { errand, gradeGate, ladder } from "../support/processes.ts";

interface EventRow {
  readonly at: string;
  readonly actor: CaseEvent["actor"];
  readonly event: CaseEvent;
  readonly used: Facts;
}

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

  const fold = async (caseId: string, process: ProcessDefinitionInput): Promise<CaseState> => {
    const plan = compile(processDefinitionSchema.parse(process), recordSchemas);
    const [opened] = await firm.rows<{ opened_at: string; initiator_id: string }>(
      'SELECT opened_at, initiator_id FROM "case" WHERE id = $1',
      [caseId],
    );
    const events = await firm.rows<EventRow>(
      "SELECT at, actor, event, used FROM case_event WHERE case_id = $1 ORDER BY seq",
      [caseId],
    );
    return events.reduce(
      (state, row) => {
        const answer = advance(plan, state, { ...upgradeEvent(row.event), at: row.at, actor: row.actor }, row.used);
        if (answer.answer !== "advanced") throw new Error(`the fold of ${caseId} was ${answer.answer}`);
        return answer.state;
      },
      newborn(String(opened?.opened_at), String(opened?.initiator_id)),
    );
  };

  const stored = async (caseId: string): Promise<unknown> =>
    (await firm.rows<{ state: unknown }>('SELECT state FROM "case" WHERE id = $1', [caseId]))[0]?.state;

  it("gives the stored state of a case that moved", async () => {
    const caseId = await start("ladder");
    await firm.door.moveCase(
      { commandId: randomUUID(), caseId, move: "note", reason: "because", form: { note: "seen" } },
      firm.as("chen"),
    );
    expect(await fold(caseId, ladder)).toEqual(await stored(caseId));
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
    expect(await fold(caseId, gradeGate)).toEqual(await stored(caseId));
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
    expect(await fold(caseId, errand)).toEqual(await stored(caseId));
    expect(await firm.rows('SELECT status FROM "case" WHERE id = $1', [caseId])).toEqual([{ status: "ended" }]);
  });
});
