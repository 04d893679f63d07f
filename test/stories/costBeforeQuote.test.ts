import { randomUUID } from "node:crypto";
import { Refusal } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { templates } from "@sluice/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";
import { foldOf, readCaseLogs } from "../support/foldedCases.ts";

describe("no quote leaves before its cost is signed", () => {
  let firm: TestFirm;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(...templates);
  });
  afterAll(() => firm.close());

  const line = { description: "Palletiser cell", quantity: "2", unit: "set", listPrice: "50000" };
  const aQuote = async (fields: Record<string, string> = {}) => {
    const customer = await firm.aCustomer({ name: `Customer ${randomUUID()}` });
    const made = await firm.door.createRecord(
      "quote",
      {
        commandId: randomUUID(),
        fields: { name: "Palletiser", customer, currency: "CNY", validUntil: "2030-12-31", lines: [line], ...fields },
      },
      firm.as("chen"),
    );
    return { id: String(made.recordId), caseId: String(made.caseId) };
  };
  const move = (caseId: string, name: string, by: StaffName = "chen") =>
    firm.door.moveCase({ commandId: randomUUID(), caseId, move: name, reason: "asked for" }, firm.as(by));
  const taskOf = async (caseId: string): Promise<string> => {
    const [task] = await firm.rows<{ id: string }>("SELECT id FROM task WHERE case_id = $1 AND status = 'open'", [
      caseId,
    ]);
    return String(task?.id);
  };
  const stageOf = async (caseId: string) =>
    (await firm.rows<{ stage_key: string }>('SELECT stage_key FROM "case" WHERE id = $1', [caseId]))[0]?.stage_key;
  const patch = async (type: string, id: string, fields: Readonly<Record<string, Json>>, by: StaffName) => {
    const [stored] = await firm.rows<{ version: number }>(`SELECT version FROM ${type} WHERE id = $1`, [id]);
    const command = { commandId: randomUUID(), id, version: Number(stored?.version), fields };
    await firm.door.patchRecord(type, command, firm.as(by));
    await firm.settle();
  };
  const cost = async (quoteId: string) => {
    const sheet = await firm.door.createRecord(
      "costSheet",
      { commandId: randomUUID(), fields: { quote: quoteId, currency: "CNY", rateDate: "2026-11-01" } },
      firm.as("chen"),
    );
    const [quoted] = await firm.rows<{ id: string }>("SELECT id FROM quote_line WHERE quote_id = $1", [quoteId]);
    const lines = [
      {
        kind: "material",
        quoteLine: String(quoted?.id),
        description: "Robot and gripper",
        quantity: "2",
        unitCost: "30000",
      },
    ];
    await firm.door.actOnTask(
      {
        commandId: randomUUID(),
        taskId: await taskOf(String(sheet.caseId)),
        act: { do: "complete", outcome: "costed" },
        form: { lines, validUntil: "2030-12-31" },
      },
      firm.as("li"),
    );
    await firm.door.actOnTask(
      { commandId: randomUUID(), taskId: await taskOf(String(sheet.caseId)), act: { do: "approve" } },
      firm.as("zhao"),
    );
    return { id: String(sheet.recordId), caseId: String(sheet.caseId) };
  };

  it("refuses to submit a quote that was never costed, and says who can sign", async () => {
    const quote = await aQuote();
    const refusal = await move(quote.caseId, "submit").catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).problems.map((it) => it.code)).toEqual(["COST_NOT_SIGNED"]);
    expect(await stageOf(quote.caseId)).toBe("draft");
  });

  it("lets it through when the sheet is signed, and to the manager when the discount is deep", async () => {
    const quote = await aQuote({ discount: "0.2" });
    await cost(quote.id);
    await firm.settle();
    await move(quote.caseId, "submit");
    expect(await stageOf(quote.caseId)).toBe("approval");
    await firm.door.actOnTask(
      { commandId: randomUUID(), taskId: await taskOf(quote.caseId), act: { do: "approve" } },
      firm.as("wang"),
    );
    expect(await stageOf(quote.caseId)).toBe("approved");
    expect(await firm.rows("SELECT stage FROM quote WHERE id = $1", [quote.id])).toEqual([{ stage: "approved" }]);
  });

  it("takes an approved quote back to waiting when what was costed changes", async () => {
    const quote = await aQuote();
    await cost(quote.id);
    await firm.settle();
    await move(quote.caseId, "submit");
    const [stored] = await firm.rows<{ version: number }>("SELECT version FROM quote WHERE id = $1", [quote.id]);
    const [quoted] = await firm.rows<{ id: string }>("SELECT id FROM quote_line WHERE quote_id = $1", [quote.id]);
    await firm.door.patchRecord(
      "quote",
      {
        commandId: randomUUID(),
        id: quote.id,
        version: Number(stored?.version),
        fields: { lines: [{ ...line, id: String(quoted?.id), quantity: "3" }] },
      },
      firm.as("chen"),
    );
    expect(await codesOf(move(quote.caseId, "send"))).toEqual(["COST_NOT_SIGNED", "CONTROL_POINT"]);
    await firm.settle();
    expect(await stageOf(quote.caseId)).toBe("approval");
  });

  it("is signed a second time after a change, and the waiting quote goes on by itself", async () => {
    const sku = `SKU-${randomUUID()}`;
    const product = await firm.door.createRecord(
      "product",
      {
        commandId: randomUUID(),
        fields: { sku, name: "Gripper", unit: "pcs", listPrice: "900", cost: "500", currency: "CNY", active: true },
      },
      firm.as("tom"),
    );
    const quote = await aQuote({ discount: "0.2" });
    await patch("quote", quote.id, { lines: [{ ...line, product: String(product.recordId) }] }, "chen");
    const sheet = await cost(quote.id);
    await firm.settle();
    await move(quote.caseId, "submit");
    await patch("product", String(product.recordId), { cost: "800" }, "tom");
    expect(await stageOf(sheet.caseId)).toBe("costing");
    expect(await firm.rows("SELECT node FROM task WHERE case_id = $1 AND status = 'open'", [quote.caseId])).toEqual([]);

    const again = { do: "complete", outcome: "costed" } as const;
    await firm.door.actOnTask(
      { commandId: randomUUID(), taskId: await taskOf(sheet.caseId), act: again },
      firm.as("li"),
    );
    await firm.door.actOnTask(
      { commandId: randomUUID(), taskId: await taskOf(sheet.caseId), act: { do: "approve" } },
      firm.as("zhao"),
    );
    await firm.settle();

    expect(await stageOf(sheet.caseId)).toBe("signed");
    expect(await firm.rows("SELECT node FROM task WHERE case_id = $1 AND status = 'open'", [quote.caseId])).toEqual([
      { node: "managerApproval" },
    ]);
  });

  it("says beforehand what stands against a move", async () => {
    const quote = await aQuote();
    const moves = (await firm.door.openMoves([quote.caseId], firm.as("chen")))[quote.caseId];
    expect(moves?.map((it) => [it.move, it.problems.map((one) => one.code)])).toEqual([
      ["submit", ["COST_NOT_SIGNED"]],
      ["discard", []],
    ]);
  });

  it("makes the order when the customer accepts", async () => {
    const quote = await aQuote();
    await cost(quote.id);
    await firm.settle();
    await move(quote.caseId, "submit");
    await move(quote.caseId, "send");
    const epoch = await firm.carrier.epoch();
    const ref = { caseId: quote.caseId, epoch };
    for (const output of [{ file: "file-1" }, { messageId: "mail-1" }]) {
      const [effect] = (await firm.carrier.directiveOf(quote.caseId))?.effects ?? [];
      expect((await firm.carrier.begin(ref, String(effect?.key))).verdict).toBe("begin");
      await firm.carrier.done(ref, String(effect?.key), output);
    }
    expect(await stageOf(quote.caseId)).toBe("sent");
    await move(quote.caseId, "accept");
    expect(await stageOf(quote.caseId)).toBe("accepted");
    expect(await firm.rows("SELECT count(*)::int AS orders FROM sales_order WHERE quote_id = $1", [quote.id])).toEqual([
      { orders: 1 },
    ]);
  });

  it("every case of this story folds, without a database, to what is stored", async () => {
    const logs = await readCaseLogs(firm);
    expect(logs.length).toBeGreaterThan(5);
    for (const log of logs) expect(foldOf(log), log.process_key).toEqual(log.state);
  });
});
