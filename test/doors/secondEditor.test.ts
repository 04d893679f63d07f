import { randomUUID } from "node:crypto";
import type { Refusal } from "@sluice/problems";
import { createReads, openRecord } from "@sluice/records";
import { templates } from "@sluice/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";
import { aQuoteDesk } from "../support/aQuoteDesk.ts";
import { codesOf } from "../support/codesOf.ts";

describe("two people on one record, and people on other people's", () => {
  let firm: TestFirm;
  let desk: Awaited<ReturnType<typeof aQuoteDesk>>;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(...templates);
    desk = await aQuoteDesk(firm);
  });
  afterAll(() => firm.close());

  const patch = (type: string, id: string, version: number, fields: Record<string, string>, by: StaffName) =>
    firm.door.patchRecord(type, { commandId: randomUUID(), id, version, fields }, firm.as(by));
  const refusalOf = (command: Promise<unknown>) =>
    command.then(
      () => null,
      (error: unknown) => error as Refusal,
    );

  it("shows the second what was changed, from what to what, by whom and when", async () => {
    const id = await firm.aCustomer({ phone: "13800001111" });
    await patch("customer", id, 1, { phone: "13800002222", grade: "A" }, "wang");
    await patch("customer", id, 2, { phone: "13800003333" }, "mei");
    const refusal = await refusalOf(patch("customer", id, 1, { note: "mine" }, "chen"));
    expect(refusal?.problems).toMatchObject([{ code: "VERSION_CONFLICT", values: { current: 3, yours: 1 } }]);
    expect(refusal?.problems[0]?.values["changes"]).toMatchObject([
      { field: "grade", from: null, to: "A", by: "Wang Fang" },
      { field: "phone", label: { zh: "电话" }, from: "13800001111", to: "13800003333", by: "Mei Lin" },
    ]);
  });

  it("tells them only of what they may see", async () => {
    const quote = await desk.aQuote();
    const { version } = await desk.get("quote", quote.id);
    await desk.signedSheet(quote.id);
    await desk.patch("quote", quote.id, { name: "Valve line 2" }, "wang");
    const refusal = await refusalOf(patch("quote", quote.id, version, { name: "Mine" }, "chen"));
    const told = refusal?.problems[0]?.values["changes"] as readonly { readonly field: string }[];
    expect(told.map((it) => it.field).toSorted()).toEqual(["costSheet", "name"]);
  });

  it("lets a rep hand over nothing of their own; their manager does", async () => {
    const id = await firm.aCustomer();
    expect(await codesOf(patch("customer", id, 1, { owner: firm.people.sofia }, "chen"))).toEqual([
      "FIELD_NOT_ALLOWED",
    ]);
    expect(await codesOf(patch("customer", id, 1, { owner: firm.people.sofia }, "wang"))).toEqual([]);
  });

  it("keeps that someone tried a record they may not even see", async () => {
    const id = await firm.aCustomer();
    expect(await codesOf(patch("customer", id, 1, { note: "x" }, "tom"))).toEqual(["NOT_FOUND"]);
    expect(
      await firm.rows("SELECT detail -> 'command' AS command FROM audit WHERE record_id = $1 AND action = 'refused'", [
        id,
      ]),
    ).toEqual([{ command: "patch customer" }]);
  });

  it("keeps who opened someone else's customer, once an hour, and not who opened their own", async () => {
    const [id, reads] = [await firm.aCustomer(), createReads(firm.pool)];
    for (const name of ["chen", "sofia", "sofia", "zhao"] as const)
      await openRecord(reads, { type: "customer", id }, firm.people[name]);
    expect(
      await firm.rows(
        "SELECT actor ->> 'personId' AS person FROM audit WHERE record_id = $1 AND action = 'opened' ORDER BY id",
        [id],
      ),
    ).toEqual([{ person: firm.people.sofia }, { person: firm.people.zhao }]);
    expect(await codesOf(openRecord(reads, { type: "customer", id }, firm.people.tom))).toEqual(["NOT_FOUND"]);
  });
});
