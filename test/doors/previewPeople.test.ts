import { randomUUID } from "node:crypto";
import { type AskingNode, isAskingNode, nodeSchema } from "@sluice/process";
import { previewPeople } from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";

const stepOf = (settings: object): AskingNode => {
  const node = nodeSchema.parse({ id: "it", stage: "s", name: { en: "It", zh: "它" }, ...settings });
  if (!isAskingNode(node)) throw new Error("asks nobody");
  return node;
};
const managers = stepOf({
  kind: "approval",
  who: [{ by: "manager" }],
  mode: { by: "any" },
  onEmpty: { do: "admin" },
});

describe("whom a step that is being drawn would ask", () => {
  let firm: TestFirm;
  let customer: string;
  beforeAll(async () => {
    firm = await aFirm();
    customer = await firm.aCustomer();
  });
  afterAll(() => firm.close());

  const preview = (node: AskingNode, by: StaffName = "mei", id = customer, initiatorId?: string) =>
    previewPeople(firm.house, { node, variables: [], record: { type: "customer", id }, initiatorId }, firm.as(by));

  it("is whom the door asks when a case of it begins", async () => {
    await firm.publish({
      format: 2,
      key: "asks",
      name: { en: "Asks", zh: "询问" },
      kind: "side",
      recordType: "customer",
      nodes: [
        { id: "start", kind: "start", name: { en: "Start", zh: "开始" }, trigger: { on: "manual" } },
        { id: "s", kind: "stage", key: "s", order: 0, name: { en: "Asked", zh: "询问" }, entry: "it", moves: [] },
        managers,
        { id: "done", kind: "stage", key: "done", order: 1, name: { en: "Done", zh: "完成" }, final: "done" },
      ],
      edges: [
        { id: "begin", from: "start", to: "s" },
        { id: "yes", from: "it", to: "done", on: { kind: "outcome", outcome: "approved" } },
        { id: "no", from: "it", to: "done", on: { kind: "outcome", outcome: "rejected" } },
        { id: "back", from: "it", to: "done", on: { kind: "outcome", outcome: "withdrawn" } },
      ],
    });
    const { people } = await preview(managers, "mei", customer, firm.people.chen);
    const command = { commandId: randomUUID(), process: "asks", recordType: "customer", recordId: customer };
    const { caseId } = await firm.door.startCase(command, firm.as("chen"));
    const tasks = await firm.rows<{ assignee_id: string }>("SELECT assignee_id FROM task WHERE case_id = $1", [caseId]);

    expect(people.map(({ personId }) => personId)).toEqual(tasks.map(({ assignee_id }) => assignee_id));
    expect(people.length).toBeGreaterThan(0);
  });

  it("goes by the record's owner where nobody is said to have begun it, and leaves nothing behind", async () => {
    const before = await firm.rows("SELECT count(*) FROM audit");
    const { initiatorId } = await preview(managers);

    expect(initiatorId).toBe(firm.people.chen);
    expect(await firm.rows("SELECT count(*) FROM audit")).toEqual(before);
  });

  it("is not told of a record that is not there, or that the asker may not read", async () => {
    expect(await codesOf(preview(managers, "mei", randomUUID()))).toEqual(["NOT_FOUND"]);
  });

  it("is refused for an expression that cannot be read", async () => {
    const broken = stepOf({ kind: "task", who: [{ by: "expression", expression: "record.name >" }] });

    expect(await codesOf(preview(broken))).toEqual(["INPUT_INVALID"]);
  });
});
