import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";
import { ladder } from "../support/processes.ts";

describe("a command runs at most once", () => {
  let firm: TestFirm;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(ladder);
  });
  afterAll(() => firm.close());

  const create = (commandId: string, name: string) =>
    firm.door.createRecord("customer", { commandId, fields: { name } }, firm.as("chen"));
  const named = async (name: string) => (await firm.rows("SELECT id FROM customer WHERE name = $1", [name])).length;

  it("answers a repetition as it answered first", async () => {
    const commandId = randomUUID();
    const first = await create(commandId, "Once Ltd");
    expect(await create(commandId, "Once Ltd")).toEqual(first);
    expect(await named("Once Ltd")).toBe(1);
  });

  it("refuses the same id with other input", async () => {
    const commandId = randomUUID();
    await create(commandId, "One Ltd");
    expect(await codesOf(create(commandId, "Other Ltd"))).toEqual(["COMMAND_ID_REUSED"]);
  });

  it("leaves the id of one person to others", async () => {
    const commandId = randomUUID();
    const mine = await create(commandId, "Mine Ltd");
    const theirs = await firm.door.createRecord(
      "customer",
      { commandId, fields: { name: "Theirs Ltd" } },
      firm.as("sofia"),
    );
    expect(theirs.recordId).not.toBe(mine.recordId);
  });

  it("does not remember refusals", async () => {
    const commandId = randomUUID();
    expect(await codesOf(create(commandId, ""))).toEqual(["REQUIRED_FIELD"]);
    expect((await create(commandId, "Cleared Ltd")).version).toBe(1);
  });

  it("does once what fifty send at once", async () => {
    const commandId = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => create(commandId, "Fifty Ltd")));
    expect(new Set(answers.map((it) => it.recordId)).size).toBe(1);
    expect(await named("Fifty Ltd")).toBe(1);
  });

  it("moves a case once when the move is sent twice", async () => {
    const recordId = await firm.aCustomer();
    const started = await firm.door.startCase(
      { commandId: randomUUID(), process: "ladder", recordType: "customer", recordId },
      firm.as("chen"),
    );
    const commandId = randomUUID();
    const move = () =>
      firm.door.moveCase({ commandId, caseId: String(started.caseId), move: "climb" }, firm.as("chen"));
    const [first, second] = await Promise.all([move(), move()]);
    expect(second).toEqual(first);
    expect(first.seq).toBe(2);
  });
});
