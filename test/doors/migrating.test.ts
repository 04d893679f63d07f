import { randomUUID } from "node:crypto";
import type { ProcessDefinitionInput } from "@sluice/process";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";
import { foldOf, readCaseLogs } from "../support/foldedCases.ts";
import { errand, gradeGate } from "../support/processes.ts";
import { publishAhead } from "../support/publishAhead.ts";

const named = (text: string) => ({ en: text, zh: text });

/** The errand, with the call under another id and name, due a day later, and another mail after it. */
const errandOfNow: ProcessDefinitionInput = {
  ...errand,
  nodes: errand.nodes.map((node) => {
    if (node.kind === "stage" && node.id === "doing") return { ...node, entry: "ring", name: named("At work") };
    return node.kind === "task"
      ? {
          ...node,
          id: "ring",
          name: named("Ring them"),
          outcomes: [{ key: "called", name: named("Rung") }],
          sla: {
            due: { amount: 25, unit: "hour" as const, calendar: "elapsed" as const },
            ladder: (node.sla?.ladder ?? []).map((rung) => ({ ...rung, after: { ...rung.after, amount: 25 } })),
          },
        }
      : node;
  }),
  edges: (errand.edges ?? []).map((edge) => (edge.id === "toThank" ? { ...edge, from: "ring" } : edge)),
};

const gateOfNow: ProcessDefinitionInput = {
  ...gradeGate,
  nodes: gradeGate.nodes.map((node) =>
    node.kind === "guard"
      ? {
          ...node,
          guard: { condition: { when: "record.?phone.orValue('') == '1'" }, sentence: named("The phone is 1.") },
        }
      : node,
  ),
};

const mapping = { nodes: { call: "ring" }, wires: {}, moves: {} };

describe("a running case that an admin takes over to another version", () => {
  let firm: TestFirm;
  let caseId: string;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(errand, gradeGate);
    await publishAhead(firm, errandOfNow);
    await publishAhead(firm, gateOfNow);
  });
  afterAll(() => firm.close());

  const start = async (process: string): Promise<string> => {
    const recordId = await firm.aCustomer();
    const command = { commandId: randomUUID(), process, recordType: "customer", recordId };
    return String((await firm.door.startCase(command, firm.as("chen"))).caseId);
  };
  beforeEach(async () => {
    caseId = await start("errand");
  });

  const migrate = (wish: Partial<Parameters<TestFirm["door"]["migrateCase"]>[0]> = {}, by: StaffName = "mei") =>
    firm.door.migrateCase(
      { commandId: randomUUID(), caseId, to: 2, mapping, reason: "the new errand", ...wish },
      firm.as(by),
    );
  const caseRow = async () =>
    (
      await firm.rows(
        'SELECT c.version, c.seq, c.stage_name, c.plan_hash = v.hash AS "isOfPlan" FROM "case" c JOIN process_version v USING (process_key, version) WHERE id = $1',
        [caseId],
      )
    )[0];
  const fold = async () => {
    const log = (await readCaseLogs(firm)).find(({ id }) => id === caseId);
    return [log && foldOf(log), log?.state];
  };

  it("keeps its id and its work, and runs on the new one", async () => {
    await migrate();
    expect(await caseRow()).toEqual({ version: 2, seq: 2, stage_name: named("At work"), isOfPlan: true });
    expect(await firm.rows("SELECT node, name, status, outcomes FROM task WHERE case_id = $1", [caseId])).toEqual([
      { node: "ring", name: named("Ring them"), status: "open", outcomes: [{ key: "called", name: named("Rung") }] },
    ]);
    expect(await firm.rows("SELECT node, version FROM stay WHERE case_id = $1 ORDER BY node", [caseId])).toEqual([
      { node: "doing", version: 2 },
      { node: "ring", version: 2 },
    ]);
  });

  it("is folded to what is stored, over both versions", async () => {
    await migrate({ timers: "new" });
    const [task] = await firm.rows<{ id: string }>("SELECT id FROM task WHERE case_id = $1", [caseId]);
    for (const act of [{ do: "claim" }, { do: "complete", outcome: "called" }] as const)
      await firm.door.actOnTask({ commandId: randomUUID(), taskId: String(task?.id), act }, firm.as("chen"));
    const [folded, stored] = await fold();
    expect(folded).toEqual(stored);
    expect(stored).toMatchObject({ seq: 4 });
  });

  it("goes there and back to the state that it had", async () => {
    const [, before] = await fold();
    await migrate();
    await migrate({ to: 1, mapping: { nodes: { ring: "call" }, wires: {}, moves: {} } });
    const [folded, after] = await fold();
    expect(after).toEqual({ ...before, seq: 3 });
    expect(folded).toEqual(after);
  });

  it("is told with its reason in the audit trail", async () => {
    await migrate();
    expect(
      await firm.rows("SELECT action, detail FROM audit WHERE case_id = $1 AND action = 'migrate'", [caseId]),
    ).toEqual([{ action: "migrate", detail: { from: 1, to: 2, reason: "the new errand" } }]);
  });

  it("has its carrier told of alarms that ring earlier, and not of later ones", async () => {
    const outbox = async () => (await firm.rows("SELECT id FROM outbox WHERE case_id = $1", [caseId])).length;
    await firm.carrier.directiveOf(caseId);
    const before = await outbox();
    await migrate({ timers: "new" });
    expect(await outbox()).toBe(before);
    await firm.carrier.directiveOf(caseId);
    await migrate({ to: 1, mapping: { nodes: { ring: "call" }, wires: {}, moves: {} }, timers: "new" });
    expect(await outbox()).toBe(before + 1);
  });

  it("watches what the new version waits for, and nothing else any more", async () => {
    caseId = await start("gradeGate");
    await migrate({ mapping: { nodes: {}, wires: {}, moves: {} } });
    const [watched] = await firm.rows<{ record_id: string; fact_key: string }>(
      "SELECT record_id, fact_key FROM case_watch WHERE case_id = $1",
      [caseId],
    );
    expect(JSON.parse(String(watched?.fact_key))).toEqual({ fact: "field", path: "phone" });
    const patch = (version: number, fields: { readonly [path: string]: string }) =>
      firm.door.patchRecord(
        "customer",
        { commandId: randomUUID(), id: String(watched?.record_id), version, fields },
        firm.as("chen"),
      );
    await patch(1, { grade: "A" });
    await firm.settle();
    expect(await firm.rows('SELECT status FROM "case" WHERE id = $1', [caseId])).toEqual([{ status: "running" }]);
    await patch(2, { phone: "1" });
    await firm.settle();
    expect(await firm.rows('SELECT status FROM "case" WHERE id = $1', [caseId])).toEqual([{ status: "ended" }]);
  });

  it.each([
    { name: "by somebody who is no admin", wish: {}, by: "chen", code: "NOT_ALLOWED" },
    { name: "without a reason", wish: { reason: " " }, by: "mei", code: "REASON_REQUIRED" },
    { name: "to a version that was never published", wish: { to: 3 }, by: "mei", code: "NOT_FOUND" },
    { name: "to the one that it runs on", wish: { to: 1 }, by: "mei", code: "EVENT_NOT_APPLICABLE" },
    {
      name: "without saying what its step has become",
      wish: { mapping: { nodes: {}, wires: {}, moves: {} } },
      by: "mei",
      code: "MIGRATION_NEEDS_MAPPING",
    },
  ] as const)("is refused $name, and nothing is changed", async ({ wish, by, code }) => {
    const before = await caseRow();
    expect(await codesOf(migrate(wish, by))).toEqual([code]);
    expect(await caseRow()).toEqual(before);
  });

  it("is answered again when the command is repeated", async () => {
    const commandId = randomUUID();
    const answers = [await migrate({ commandId }), await migrate({ commandId })];
    expect(answers[1]).toEqual(answers[0]);
    expect(await caseRow()).toMatchObject({ seq: 2 });
  });

  it("would not send again the mail that is sent", async () => {
    const [task] = await firm.rows<{ id: string }>("SELECT id FROM task WHERE case_id = $1", [caseId]);
    for (const act of [{ do: "claim" }, { do: "complete", outcome: "called" }] as const)
      await firm.door.actOnTask({ commandId: randomUUID(), taskId: String(task?.id), act }, firm.as("chen"));
    const key = (await firm.carrier.directiveOf(caseId))?.effects[0]?.key;
    await migrate();
    expect((await firm.carrier.directiveOf(caseId))?.effects.map((effect) => effect.key)).toEqual([key]);
  });
});
