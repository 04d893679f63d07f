import { randomUUID } from "node:crypto";
import type { Json } from "@sluice/process";
import { createReads, getRecord } from "@sluice/records";
import type { StaffName, TestFirm } from "./aFirm.ts";

/** A firm's desk for quotes: makes, costs and signs them through the door, with the shipped processes published. */
export const aQuoteDesk = async (firm: TestFirm) => {
  const reads = createReads(firm.pool);
  const customer = await firm.aCustomer();
  const create = async (type: string, fields: Readonly<Record<string, Json>>, by: StaffName = "chen") => {
    const made = await firm.door.createRecord(type, { commandId: randomUUID(), fields }, firm.as(by));
    return { id: String(made.recordId), caseId: String(made.caseId) };
  };
  const get = (type: string, id: string, by: StaffName = "mei") => getRecord(reads, { type, id }, firm.people[by]);
  const patch = async (type: string, id: string, fields: Readonly<Record<string, Json>>, by: StaffName = "chen") =>
    firm.door.patchRecord(
      type,
      { commandId: randomUUID(), id, version: (await get(type, id)).version, fields },
      firm.as(by),
    );
  const aProduct = (cost = "60") =>
    create(
      "product",
      { sku: `SKU-${randomUUID()}`, name: "Valve", unit: "pcs", listPrice: "100", cost, currency: "CNY" },
      "tom",
    );
  const aQuote = async (fields: Readonly<Record<string, Json>> = {}) => {
    const product = await aProduct();
    const quote = await create("quote", {
      name: "Valve line",
      customer,
      currency: "CNY",
      validUntil: "2030-12-31",
      lines: [{ product: product.id, description: "Valve", quantity: "10", unit: "pcs", listPrice: "100" }],
      ...fields,
    });
    return { ...quote, product: product.id };
  };
  const lineOf = async (quoteId: string): Promise<Record<string, Json>> => {
    const lines = (await get("quote", quoteId)).fields["lines"] as Record<string, Json>[];
    return lines[0] ?? {};
  };
  const taskOf = async (caseId: string) =>
    String(
      (await firm.rows<{ id: string }>("SELECT id FROM task WHERE case_id = $1 AND status = 'open'", [caseId]))[0]?.id,
    );
  const sign = async (sheet: { readonly caseId: string }, quoteId: string, validUntil = "2030-12-31") => {
    const line = await lineOf(quoteId);
    const lines = [
      { kind: "material", quoteLine: line["id"] ?? null, description: "Valve", quantity: "10", unitCost: "60" },
      { kind: "freight", description: "Truck", quantity: "1", unitCost: "20", currency: "USD", rate: "7.1" },
    ];
    await firm.door.actOnTask(
      {
        commandId: randomUUID(),
        taskId: await taskOf(sheet.caseId),
        act: { do: "complete", outcome: "costed" },
        form: { lines, validUntil },
      },
      firm.as("li"),
    );
    await firm.door.actOnTask(
      { commandId: randomUUID(), taskId: await taskOf(sheet.caseId), act: { do: "approve" } },
      firm.as("zhao"),
    );
    await firm.settle();
  };
  const signedSheet = async (quoteId: string, validUntil?: string) => {
    const sheet = await create("costSheet", { quote: quoteId, currency: "CNY", rateDate: "2026-11-01" });
    await sign(sheet, quoteId, validUntil);
    return sheet;
  };
  const aSignedQuote = async (validUntil?: string) => {
    const quote = await aQuote();
    return { ...quote, sheet: await signedSheet(quote.id, validUntil) };
  };
  return { reads, customer, create, get, patch, aQuote, lineOf, signedSheet, aSignedQuote };
};
