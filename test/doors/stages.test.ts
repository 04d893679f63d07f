import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";
import { watchfulStages } from "../support/watchfulStages.ts";

describe("what a stage does as it is entered and left", () => {
  let firm: TestFirm;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(watchfulStages);
  });
  afterAll(() => firm.close());

  const started = async (fields: Readonly<Record<string, string>>) => {
    const recordId = await firm.aCustomer({ name: `Firm ${randomUUID()}`, ...fields });
    const { caseId } = await firm.door.startCase(
      { commandId: randomUUID(), process: "watchfulStages", recordType: "customer", recordId },
      firm.as("chen"),
    );
    return { recordId, caseId: String(caseId) };
  };
  const stands = async ({ recordId, caseId }: { readonly recordId: string; readonly caseId: string }) => {
    const [it] = await firm.rows<{ name: string; note: string | null; grade: string | null; stage_key: string }>(
      `SELECT c.name, c.note, c.grade, k.stage_key FROM customer c JOIN "case" k ON k.id = $2 WHERE c.id = $1`,
      [recordId, caseId],
    );
    const branches = await firm.rows("SELECT id FROM customer WHERE name = $1", [`${it?.name ?? ""} branch`]);
    return { ...it, branches: branches.length };
  };
  const go = (caseId: string) => firm.door.moveCase({ commandId: randomUUID(), caseId, move: "go" }, firm.as("chen"));
  // the grade is taken from the website, so that a website decides whether entering can be done
  const impossible = { website: "no grade" };

  it("is written with the move, in one transaction", async () => {
    const it = await started({});

    await go(it.caseId);

    const { name, ...now } = await stands(it);
    expect(now).toEqual({ note: `Left by ${name ?? ""}`, grade: "A", stage_key: "second", branches: 1 });
  });

  it("refuses a person's move whole when the record does not take it", async () => {
    const it = await started(impossible);

    expect(await codesOf(go(it.caseId))).toEqual(["INPUT_INVALID"]);

    expect(await stands(it)).toMatchObject({ note: null, grade: null, stage_key: "first", branches: 0 });
  });

  it("is an incident of a machine's move, and done once it is retried and can be", async () => {
    const it = await started(impossible);
    const ref = { caseId: it.caseId, epoch: await firm.carrier.epoch() };
    const alarmAt = String((await firm.carrier.directiveOf(it.caseId))?.alarmAt);

    await firm.carrier.alarmRang(ref, alarmAt);

    const [incident, ...others] = await firm.rows<{ key: string; code: string }>(
      "SELECT key, code FROM incident WHERE case_id = $1 AND cleared_at IS NULL",
      [it.caseId],
    );
    expect([incident?.code, others]).toEqual(["INPUT_INVALID", []]);
    expect(await stands(it)).toMatchObject({ note: null, grade: null, stage_key: "first", branches: 0 });

    await firm.door.patchRecord(
      "customer",
      { commandId: randomUUID(), id: it.recordId, version: 1, fields: { website: "B" } },
      firm.as("chen"),
    );
    await firm.door.intervene(
      {
        commandId: randomUUID(),
        caseId: it.caseId,
        act: { do: "retry", incident: String(incident?.key) },
        reason: "the website says B",
      },
      firm.as("mei"),
    );
    expect(await stands(it)).toMatchObject({ grade: "B", stage_key: "second", branches: 1 });
  });
});
