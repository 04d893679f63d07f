import { randomUUID } from "node:crypto";
import { createReads, listRecords } from "@sluice/records";
import { templates } from "@sluice/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";
import { aQuoteDesk } from "../support/aQuoteDesk.ts";
import { codesOf } from "../support/codesOf.ts";

describe("what is deleted, and what comes back", () => {
  let firm: TestFirm;
  let desk: Awaited<ReturnType<typeof aQuoteDesk>>;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(...templates);
    desk = await aQuoteDesk(firm);
  });
  afterAll(() => firm.close());

  const remove = (type: string, id: string, version: number, by: StaffName = "chen") =>
    firm.door.deleteRecord(type, { commandId: randomUUID(), id, version }, firm.as(by));
  const restore = (
    type: string,
    id: string,
    version: number,
    by: StaffName = "chen",
    commandId: string = randomUUID(),
  ) => firm.door.restoreRecord(type, { commandId, id, version }, firm.as(by));

  it("brings a record back as it was, one version further, and says so in the trail", async () => {
    const id = await firm.aCustomer({ phone: "13800001111" });
    await remove("customer", id, 1);
    expect(await codesOf(desk.get("customer", id))).toEqual(["NOT_FOUND"]);
    expect(await restore("customer", id, 2)).toMatchObject({ recordId: id, version: 3 });
    expect((await desk.get("customer", id)).fields).toMatchObject({ phone: "13800001111" });
    expect(await firm.rows("SELECT action FROM audit WHERE record_id = $1 ORDER BY id", [id])).toEqual([
      { action: "create" },
      { action: "delete" },
      { action: "restore" },
    ]);
  });

  it.each([
    { name: "whoever may delete it", by: "chen", sees: true },
    { name: "nobody who may see it but not delete it", by: "sofia", sees: false },
    { name: "nobody who may not even see it", by: "tom", sees: false },
  ] as const)("lists what was deleted for $name", async ({ by, sees }) => {
    const gone = await firm.aCustomer();
    const there = await firm.aCustomer();
    await remove("customer", gone, 1);

    const { items } = await listRecords(createReads(firm.pool), {
      type: "customer",
      personId: firm.as(by).personId,
      deleted: true,
      limit: 100,
      sort: { field: "updatedAt", direction: "desc" },
    });

    expect(items.filter(({ id }) => id === gone || id === there).map(({ id, version }) => [id, version])).toEqual(
      sees ? [[gone, 2]] : [],
    );
  });

  it("brings it back once, however often it is asked to under one id", async () => {
    const id = await firm.aCustomer();
    await remove("customer", id, 1);
    const commandId = randomUUID();
    const first = await restore("customer", id, 2, "chen", commandId);
    expect(await restore("customer", id, 2, "chen", commandId)).toEqual(first);
    expect(await codesOf(restore("customer", id, 3, "chen", commandId))).toEqual(["COMMAND_ID_REUSED"]);
  });

  it.each([
    { name: "what was never deleted", version: 1, by: "chen", isDeleted: false, codes: ["NOT_FOUND"] },
    {
      name: "another version than the one deleted",
      version: 1,
      by: "chen",
      isDeleted: true,
      codes: ["VERSION_CONFLICT"],
    },
    { name: "what only others may delete", version: 2, by: "sofia", isDeleted: true, codes: ["NOT_ALLOWED"] },
    { name: "what one may not even see", version: 2, by: "tom", isDeleted: true, codes: ["NOT_FOUND"] },
  ] as const)("does not bring back $name", async ({ version, by, isDeleted, codes }) => {
    const id = await firm.aCustomer();
    if (isDeleted) await remove("customer", id, 1);
    expect(await codesOf(restore("customer", id, version, by))).toEqual(codes);
    expect(await firm.rows("SELECT deleted_at IS NOT NULL AS gone FROM customer WHERE id = $1", [id])).toEqual([
      { gone: isDeleted },
    ]);
  });

  it("brings nothing back that hangs on what is gone", async () => {
    const customer = await firm.aCustomer();
    const contact = await desk.create("contact", { name: "Ann", customer });
    await remove("contact", contact.id, 1);
    await remove("customer", customer, 1);
    expect(await codesOf(restore("contact", contact.id, 2))).toEqual(["REFERENCE_MISSING"]);
    await restore("customer", customer, 2);
    expect(await codesOf(restore("contact", contact.id, 2))).toEqual([]);
  });

  it("takes a deleted sheet from its quote in that very transaction, and gives it back with the restore", async () => {
    const quote = await desk.aSignedQuote();
    const reasonOf = async () => {
      const [move] = (await firm.door.openMoves([quote.caseId], firm.as("chen")))[quote.caseId] ?? [];
      return move?.problems.map((it) => it.values["reason"]);
    };
    await firm.door.intervene(
      { commandId: randomUUID(), caseId: quote.sheet.caseId, act: { do: "cancel" }, reason: "a trial" },
      firm.as("mei"),
    );
    const { version } = await desk.get("costSheet", quote.sheet.id);
    await remove("costSheet", quote.sheet.id, version, "mei");
    expect(await reasonOf()).toEqual(["none"]);
    await restore("costSheet", quote.sheet.id, version + 1, "mei");
    expect(await reasonOf()).not.toEqual(["none"]);
  });

  it("deletes no quote that a customer has", async () => {
    const quote = await desk.aQuote();
    await firm.door.moveCase(
      { commandId: randomUUID(), caseId: quote.caseId, move: "discard", reason: "for this test" },
      firm.as("chen"),
    );
    await firm.pool.query("UPDATE quote SET sent_at = now() WHERE id = $1", [quote.id]);
    const { version } = await desk.get("quote", quote.id);
    expect(await codesOf(remove("quote", quote.id, version))).toEqual(["DOCUMENT_ISSUED"]);
  });
});
