import { randomUUID } from "node:crypto";
import type { ProcessDefinitionInput } from "@sluice/process";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";
import { ladder } from "../support/processes.ts";

/** The ladder, whose start asks for a phone number and takes a note. */
const asking = (key: string, concurrency: "skip" | "parallel"): ProcessDefinitionInput => ({
  ...ladder,
  key,
  nodes: ladder.nodes.map((node) =>
    node.kind === "start"
      ? {
          ...node,
          concurrency,
          trigger: {
            on: "manual",
            form: [
              { path: "phone", access: "required" },
              { path: "note", access: "edit" },
              { path: "email", access: "read" },
            ],
          },
        }
      : node,
  ),
});

describe("a start with a form", () => {
  let firm: TestFirm;
  let recordId: string;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(asking("asking", "parallel"), asking("askingOnce", "skip"));
  });
  afterAll(() => firm.close());
  beforeEach(async () => {
    recordId = await firm.aCustomer();
  });

  interface Given {
    readonly process?: string;
    readonly form?: Readonly<Record<string, string>>;
    readonly version?: number;
    readonly commandId?: string;
    readonly by?: StaffName;
  }
  const start = ({ process = "asking", commandId = randomUUID(), by = "chen", ...given }: Given) =>
    firm.door.startCase({ commandId, process, recordType: "customer", recordId, ...given }, firm.as(by));
  /** What stands: the phone number, the record's version, and how many cases there are. */
  const standing = async () =>
    (
      await firm.rows<{ phone: string | null; version: number; cases: number }>(
        `SELECT phone, version, (SELECT count(*)::int FROM "case" WHERE record_id = customer.id) AS cases
         FROM customer WHERE id = $1`,
        [recordId],
      )
    )[0];

  it("writes the fields and starts the case in one, once however often it is sent", async () => {
    const given = { form: { phone: "13800001111" }, version: 1, commandId: randomUUID() };

    const first = await start(given);
    const second = await start(given);

    expect(second).toEqual(first);
    expect(await standing()).toEqual({ phone: "13800001111", version: 2, cases: 1 });
    expect(await firm.rows("SELECT action FROM audit WHERE record_id = $1 ORDER BY id", [recordId])).toContainEqual({
      action: "patch",
    });
  });

  it("takes what the record has already", async () => {
    await firm.pool.query("UPDATE customer SET phone = '1' WHERE id = $1", [recordId]);

    expect(await codesOf(start({}))).toEqual([]);
  });

  it.each<{ name: string; given: Given; codes: readonly string[] }>([
    { name: "a required field left out", given: {}, codes: ["REQUIRED_FIELD"] },
    { name: "a required field that is empty", given: { form: { phone: "" } }, codes: ["REQUIRED_FIELD"] },
    { name: "another field without it", given: { form: { note: "Call them" } }, codes: ["REQUIRED_FIELD"] },
    {
      name: "a field that the form shows only",
      given: { form: { phone: "1", email: "a@b.example" } },
      codes: ["FIELD_NOT_ALLOWED"],
    },
    { name: "a field that it does not name", given: { form: { phone: "1", name: "X" } }, codes: ["FIELD_NOT_ALLOWED"] },
    { name: "an older version", given: { form: { phone: "1" }, version: 0 }, codes: ["VERSION_CONFLICT"] },
    { name: "somebody else's customer", given: { form: { phone: "1" }, by: "sofia" }, codes: ["NOT_ALLOWED"] },
  ])("leaves neither the fields nor a case for $name", async ({ given, codes }) => {
    const before = await standing();

    expect(await codesOf(start(given))).toEqual(codes);

    expect(await standing()).toEqual(before);
  });

  it("does not lose a form to the case that runs already, and answers that case without one", async () => {
    const first = await start({ process: "askingOnce", form: { phone: "1" } });

    expect(await codesOf(start({ process: "askingOnce", form: { phone: "2" } }))).toEqual(["EVENT_NOT_APPLICABLE"]);
    expect((await start({ process: "askingOnce" })).caseId).toBe(first.caseId);
    expect(await standing()).toMatchObject({ phone: "1", cases: 1 });
  });
});
