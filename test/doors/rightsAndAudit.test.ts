import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";
import { ladder } from "../support/processes.ts";

describe("who may do what, and what is kept of it", () => {
  let firm: TestFirm;
  let id: string;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(ladder);
    id = await firm.aCustomer();
  });
  afterAll(() => firm.close());

  const patch = (by: StaffName, fields: Record<string, string>, version = 1) =>
    codesOf(firm.door.patchRecord("customer", { commandId: randomUUID(), id, version, fields }, firm.as(by)));

  it.each([
    { name: "a colleague may see it but not change it", by: "sofia", codes: ["NOT_ALLOWED"] },
    { name: "a product manager does not even see it", by: "tom", codes: ["NOT_FOUND"] },
    { name: "its owner meets the version of others", by: "chen", codes: ["VERSION_CONFLICT"], version: 7 },
  ] as const)("$name", async ({ by, codes, ...rest }) => {
    expect(await patch(by, { phone: "13800001111" }, "version" in rest ? rest.version : 1)).toEqual(codes);
  });

  it.each([
    { name: "a field that is not there", fields: { colour: "red" }, codes: ["INPUT_INVALID"] },
    { name: "a choice that is none", fields: { grade: "Z" }, codes: ["INPUT_INVALID"] },
    {
      name: "an owner who is nobody",
      fields: { owner: "00000000-0000-7000-8000-000000000000" },
      codes: ["REFERENCE_MISSING"],
    },
    { name: "everything at once", fields: { name: "", grade: "Z" }, codes: ["INPUT_INVALID", "REQUIRED_FIELD"] },
  ])("refuses $name", async ({ fields, codes }) => {
    expect([...(await patch("mei", fields))].toSorted()).toEqual(codes);
  });

  it("notes who tried what their rights forbid", async () => {
    const [line] = await firm.rows<{ actor: unknown; detail: { problems: { code: string }[] } }>(
      "SELECT actor, detail FROM audit WHERE action = 'refused' AND record_id = $1 ORDER BY id LIMIT 1",
      [id],
    );
    expect(line?.actor).toEqual({ kind: "person", personId: firm.people.sofia });
    expect(line?.detail.problems.map((it) => it.code)).toEqual(["NOT_ALLOWED"]);
  });

  it("keeps what changed, from what to what, by whom", async () => {
    expect(await patch("chen", { phone: "13800002222" })).toEqual([]);
    const [line] = await firm.rows("SELECT actor, detail FROM audit WHERE action = 'patch' AND record_id = $1", [id]);
    expect(line).toEqual({
      actor: { kind: "person", personId: firm.people.chen },
      detail: { phone: { from: null, to: "13800002222" } },
    });
  });

  it("writes nothing when nothing changes", async () => {
    expect(await patch("chen", { phone: "13800002222" }, 2)).toEqual([]);
    expect(await firm.rows("SELECT version FROM customer WHERE id = $1", [id])).toEqual([{ version: 2 }]);
  });

  it("deletes nothing that a case still runs on", async () => {
    const started = await firm.door.startCase(
      { commandId: randomUUID(), process: "ladder", recordType: "customer", recordId: id },
      firm.as("chen"),
    );
    const remove = () =>
      codesOf(firm.door.deleteRecord("customer", { commandId: randomUUID(), id, version: 2 }, firm.as("chen")));
    expect(await remove()).toEqual(["RECORD_HAS_OPEN_CASE"]);
    await firm.door.moveCase(
      { commandId: randomUUID(), caseId: String(started.caseId), move: "climb" },
      firm.as("chen"),
    );
    expect(await remove()).toEqual([]);
    expect(await patch("chen", { phone: "1" }, 3)).toEqual(["NOT_FOUND"]);
  });

  it.each([
    { name: "a move that does not start here", move: "fly", by: "chen", codes: ["MOVE_UNKNOWN"] },
    { name: "a move that is for others", move: "climb", by: "zhao", codes: ["MOVE_NOT_YOURS"] },
    { name: "a move without what it asks for", move: "note", by: "chen", codes: ["REASON_REQUIRED", "REQUIRED_FIELD"] },
  ] as const)("refuses $name", async ({ move, by, codes }) => {
    const recordId = await firm.aCustomer();
    const started = await firm.door.startCase(
      { commandId: randomUUID(), process: "ladder", recordType: "customer", recordId },
      firm.as("chen"),
    );
    expect(
      await codesOf(firm.door.moveCase({ commandId: randomUUID(), caseId: String(started.caseId), move }, firm.as(by))),
    ).toEqual(codes);
  });

  it("lets nobody but an admin intervene, and not without a reason", async () => {
    const recordId = await firm.aCustomer();
    const { caseId } = await firm.door.startCase(
      { commandId: randomUUID(), process: "ladder", recordType: "customer", recordId },
      firm.as("chen"),
    );
    const cancel = (by: StaffName, reason: string) =>
      codesOf(
        firm.door.intervene(
          { commandId: randomUUID(), caseId: String(caseId), act: { do: "cancel" }, reason },
          firm.as(by),
        ),
      );
    expect([await cancel("chen", "why not"), await cancel("mei", " "), await cancel("mei", "asked to")]).toEqual([
      ["NOT_ALLOWED"],
      ["REASON_REQUIRED"],
      [],
    ]);
  });
});
