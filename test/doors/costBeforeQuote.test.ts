import { randomUUID } from "node:crypto";
import type { Refusal } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { checkRule, readableRecord, reviseQuote } from "@sluice/records";
import { templates } from "@sluice/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";
import { aQuoteDesk } from "../support/aQuoteDesk.ts";
import { codesOf } from "../support/codesOf.ts";
import { foldOf, readCaseLogs } from "../support/foldedCases.ts";

describe("cost before quote, at the door", () => {
  let firm: TestFirm;
  let desk: Awaited<ReturnType<typeof aQuoteDesk>>;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(...templates);
    desk = await aQuoteDesk(firm);
  });
  afterAll(() => firm.close());

  const reasonsOf = async (quoteId: string) =>
    (
      await checkRule(desk.reads, {
        ref: { type: "quote", id: quoteId },
        rule: "quote.costSigned",
        personId: firm.people.chen,
      })
    ).map((it) => `${it.code} ${JSON.stringify(it.values["reason"])}`);
  const move = (caseId: string, name: string, by: StaffName = "chen") =>
    firm.door.moveCase({ commandId: randomUUID(), caseId, move: name, reason: "asked for" }, firm.as(by));

  it("prices a quote and its cost exactly", async () => {
    const quote = await desk.aSignedQuote();
    expect((await desk.get("quote", quote.id)).fields).toMatchObject({
      total: "1000",
      listTotal: "1000",
      effectiveDiscount: "0",
      costTotal: "742",
      margin: "0.258",
      costSheet: quote.sheet.id,
      revision: 1,
    });
    expect((await desk.get("costSheet", quote.sheet.id)).fields).toMatchObject({
      total: "742",
      valid: true,
      stage: "signed",
      signedBy: firm.people.zhao,
    });
    expect(await reasonsOf(quote.id)).toEqual([]);
  });

  it.each([
    { name: "submitting it", attempt: (quote: { id: string; caseId: string }) => move(quote.caseId, "submit") },
    { name: "making an order of it", attempt: (quote: { id: string }) => desk.create("order", { quote: quote.id }) },
    {
      name: "making an order of it as admin",
      attempt: (quote: { id: string }) => desk.create("order", { quote: quote.id }, "mei"),
    },
    {
      name: "making an order of it by import",
      attempt: (quote: { id: string }) =>
        firm.door.createRecord(
          "order",
          { commandId: randomUUID(), fields: { quote: quote.id } },
          { personId: firm.people.mei, via: "import" },
        ),
    },
  ])("refuses $name without a cost sheet", async ({ attempt }) => {
    const quote = await desk.aQuote();
    expect(await codesOf(attempt(quote))).toContain("COST_NOT_SIGNED");
  });

  it.each([
    { name: "its stage", fields: { stage: "approved" }, code: "STAGE_ONLY_BY_PROCESS" },
    { name: "the day it was sent", fields: { sentAt: "2026-01-01T00:00:00Z" }, code: "FIELD_NOT_ALLOWED" },
    { name: "its cost sheet", fields: { costSheet: randomUUID() }, code: "FIELD_NOT_ALLOWED" },
    { name: "its total", fields: { total: "1" }, code: "FIELD_NOT_ALLOWED" },
  ])("lets nobody write $name past the process", async ({ fields, code }) => {
    const quote = await desk.aQuote();
    expect((await codesOf(desk.patch("quote", quote.id, fields, "mei")))[0]).toBe(code);
  });

  it.each([
    { name: "signature of a cost sheet", fields: { signedAt: "2026-01-01T00:00:00Z" } },
    { name: "fingerprint of a cost sheet", fields: { contentHash: "0" } },
    { name: "validity of a cost sheet", fields: { valid: true } },
  ])("lets nobody write the $name", async ({ fields }) => {
    const quote = await desk.aQuote();
    const sheet = await desk.create("costSheet", { quote: quote.id, currency: "CNY", rateDate: "2026-11-01" });
    expect(await codesOf(desk.patch("costSheet", sheet.id, fields, "mei"))).toEqual(["FIELD_NOT_ALLOWED"]);
    expect(await reasonsOf(quote.id)).toEqual(['COST_NOT_SIGNED "unsigned"']);
  });

  it("makes a sheet stale in the very transaction that changes a quoted line, and says which", async () => {
    const quote = await desk.aSignedQuote();
    await desk.patch("quote", quote.id, { lines: [{ ...(await desk.lineOf(quote.id)), quantity: "11" }] });
    const refusal = await move(quote.caseId, "submit").catch((error: unknown) => error);
    expect((refusal as Refusal).problems[0]).toMatchObject({
      code: "COST_NOT_SIGNED",
      values: { reason: "changed", line: 1, description: "Valve" },
      start: "costSignOff",
    });
  });

  it("leaves a sheet alone when only prices are negotiated", async () => {
    const quote = await desk.aSignedQuote();
    await desk.patch("quote", quote.id, {
      discount: "0.1",
      lines: [{ ...(await desk.lineOf(quote.id)), discount: "0.05", listPrice: "110" }],
    });
    expect(await reasonsOf(quote.id)).toEqual([]);
    expect((await desk.get("quote", quote.id)).fields).toMatchObject({ total: "940.5", margin: "0.21105795" });
  });

  it.each([
    {
      name: "a corrected rate",
      lines: [{ kind: "freight", description: "Truck", quantity: "1", unitCost: "20", currency: "USD", rate: "7.2" }],
    },
    { name: "another cost", lines: [{ kind: "material", description: "Valve", quantity: "10", unitCost: "61" }] },
  ])("makes a sheet stale by $name", async ({ lines }) => {
    const quote = await desk.aSignedQuote();
    await desk.patch("costSheet", quote.sheet.id, { lines }, "li");
    expect(await reasonsOf(quote.id)).toEqual(['COST_NOT_SIGNED "changed"']);
  });

  it.each([
    { name: "at the tolerance", cost: "62.226", reasons: [] },
    { name: "past the tolerance", cost: "62.2261", reasons: ['COST_NOT_SIGNED "drift"'] },
  ])("weighs the drift of product costs: $name", async ({ cost, reasons }) => {
    const quote = await desk.aSignedQuote();
    await desk.patch("product", quote.product, { cost }, "tom");
    expect(await reasonsOf(quote.id)).toEqual(reasons.map(String));
  });

  it("holds until the end of its last day in the firm's zone, and a longer day needs a new signature", async () => {
    const quote = await desk.aSignedQuote("2030-06-30");
    const lastMoment = { at: "2030-06-30T15:59:59.999Z", after: "2030-06-30T16:00:00.000Z" };
    const at = async (instant: string) => {
      const { record, ctx } = await readableRecord(desk.reads, { type: "quote", id: quote.id }, firm.people.chen);
      const rule = desk.reads.types.get("quote").rules?.["quote.costSigned"];
      return (await rule?.(record, { ...ctx, at: instant }))?.map((it) => it.values["reason"]);
    };
    expect([await at(lastMoment.at), await at(lastMoment.after)]).toEqual([[], ["expired"]]);
    await desk.patch("costSheet", quote.sheet.id, { validUntil: "2031-12-31" }, "zhao");
    expect(await at(lastMoment.after)).toEqual(["expired"]);
  });

  it("lets a revision start uncosted, once, and keeps the old quote", async () => {
    const quote = await desk.aSignedQuote();
    const { record } = await readableRecord(desk.reads, { type: "quote", id: quote.id }, firm.people.chen);
    const command = { commandId: randomUUID(), caller: firm.as("chen") };
    const revision = await reviseQuote(firm.door, record, command);
    expect(await reviseQuote(firm.door, record, command)).toEqual(revision);
    expect((await desk.get("quote", String(revision.recordId))).fields).toMatchObject({
      revision: 2,
      revisionOf: quote.id,
      total: "1000",
      costSheet: null,
    });
    expect(await codesOf(move(String(revision.caseId), "submit"))).toEqual(["COST_NOT_SIGNED"]);
    expect(await codesOf(reviseQuote(firm.door, record, { ...command, commandId: randomUUID() }))).toEqual([
      "DUPLICATE",
    ]);
    expect(await reasonsOf(quote.id)).toEqual([]);
  });

  it("makes no order of a signed quote that nobody accepted", async () => {
    const quote = await desk.aSignedQuote();
    expect(await codesOf(desk.create("order", { quote: quote.id }))).toEqual(["CONTROL_POINT"]);
  });

  it.each([
    { name: "in another currency than the quote", fields: { currency: "EUR" }, codes: ["INPUT_INVALID"] },
    {
      name: "with a foreign amount without rate",
      fields: { lines: [{ kind: "freight", description: "Truck", quantity: "1", unitCost: "1", currency: "USD" }] },
      codes: ["REQUIRED_FIELD"],
    },
    {
      name: "for a line that is not quoted",
      fields: {
        lines: [{ kind: "material", quoteLine: randomUUID(), description: "x", quantity: "1", unitCost: "1" }],
      },
      codes: ["INPUT_INVALID"],
    },
  ])("takes no sheet $name", async ({ fields, codes }) => {
    const quote = await desk.aQuote();
    expect(
      await codesOf(
        desk.create("costSheet", { quote: quote.id, currency: "CNY", rateDate: "2026-11-01", ...fields }, "li"),
      ),
    ).toEqual(codes);
  });

  it.each([
    {
      name: "a cost sheet on another rep's quote",
      type: "costSheet",
      fields: (quoteId: string): Readonly<Record<string, Json>> => ({
        quote: quoteId,
        currency: "CNY",
        rateDate: "2026-11-01",
      }),
    },
    {
      name: "a revision of another rep's quote",
      type: "quote",
      fields: (quoteId: string): Readonly<Record<string, Json>> => ({
        name: "Mine now",
        customer: desk.customer,
        currency: "CNY",
        revisionOf: quoteId,
      }),
    },
    {
      name: "an order of another rep's quote",
      type: "order",
      fields: (quoteId: string): Readonly<Record<string, Json>> => ({ quote: quoteId }),
    },
  ])("lets nobody hang $name", async ({ type, fields }) => {
    const quote = await desk.aSignedQuote();
    expect(await codesOf(desk.create(type, fields(quote.id), "sofia"))).toEqual(["REFERENCE_MISSING"]);
    expect(await reasonsOf(quote.id)).toEqual([]);
  });

  it("every case of this story folds, without a database, to what is stored", async () => {
    const logs = await readCaseLogs(firm);
    expect(logs.length).toBeGreaterThan(5);
    for (const log of logs) expect(foldOf(log), log.process_key).toEqual(log.state);
  });
});
