import { randomUUID } from "node:crypto";
import { patchPerson } from "@sluice/records";
import { templates } from "@sluice/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";

describe("a record that is decided on, and people who leave", () => {
  let firm: TestFirm;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(...templates);
  });
  afterAll(() => firm.close());

  const aSheetToSign = async () => {
    const customer = await firm.aCustomer();
    const fields = {
      name: "Cell",
      customer,
      currency: "CNY",
      lines: [{ description: "Cell", quantity: "1", listPrice: "10" }],
    };
    const quote = await firm.door.createRecord("quote", { commandId: randomUUID(), fields }, firm.as("chen"));
    const sheet = await firm.door.createRecord(
      "costSheet",
      { commandId: randomUUID(), fields: { quote: String(quote.recordId), currency: "CNY", rateDate: "2026-11-01" } },
      firm.as("chen"),
    );
    const [task] = await firm.rows<{ id: string }>("SELECT id FROM task WHERE case_id = $1", [sheet.caseId]);
    const form = {
      lines: [{ kind: "material", description: "Steel", quantity: "1", unitCost: "5" }],
      validUntil: "2030-12-31",
    };
    await firm.door.actOnTask(
      { commandId: randomUUID(), taskId: String(task?.id), act: { do: "complete", outcome: "costed" }, form },
      firm.as("li"),
    );
    return { id: String(sheet.recordId), caseId: String(sheet.caseId) };
  };

  it("closes a sheet to edits while finance decides on it, and says who", async () => {
    const sheet = await aSheetToSign();
    const [stored] = await firm.rows<{ version: number }>("SELECT version FROM cost_sheet WHERE id = $1", [sheet.id]);
    const command = {
      commandId: randomUUID(),
      id: sheet.id,
      version: Number(stored?.version),
      fields: { validUntil: "2031-01-31" },
    };
    const refusal = await firm.door.patchRecord("costSheet", command, firm.as("li")).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ problems: [{ code: "RECORD_LOCKED", values: { approvers: ["Zhao Min"] } }] });
  });

  it("gives no work to someone who is just leaving", async () => {
    const sheet = await aSheetToSign();
    const [task] = await firm.rows<{ id: string }>("SELECT id FROM task WHERE case_id = $1 AND status = 'open'", [
      sheet.caseId,
    ]);
    const transfer = () =>
      codesOf(
        firm.door.actOnTask(
          { commandId: randomUUID(), taskId: String(task?.id), act: { do: "transfer", to: firm.people.tom } },
          firm.as("zhao"),
        ),
      );
    const [tom] = await firm.rows<{ version: number }>("SELECT version FROM person WHERE id = $1", [firm.people.tom]);
    const leave = () =>
      codesOf(
        patchPerson(
          firm.house,
          { commandId: randomUUID(), id: firm.people.tom, version: Number(tom?.version), fields: { active: false } },
          firm.as("mei"),
        ),
      );
    const [moved, left] = await Promise.all([transfer(), leave()]);
    expect(left).toEqual([]);
    const given = await firm.rows("SELECT id FROM task WHERE assignee_id = $1 AND status = 'open'", [firm.people.tom]);
    expect([moved, given.length]).toEqual(moved.length === 0 ? [[], 1] : [["PERSON_INACTIVE"], 0]);
    expect(await transfer()).not.toEqual([]);
  });

  it("lets nobody in who has left", async () => {
    await firm.pool.query("UPDATE person SET active = FALSE WHERE id = $1", [firm.people.sofia]);
    expect(
      await codesOf(
        firm.door.createRecord("customer", { commandId: randomUUID(), fields: { name: "Too late" } }, firm.as("sofia")),
      ),
    ).toEqual(["PERSON_INACTIVE"]);
  });
});
