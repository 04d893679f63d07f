import { randomUUID } from "node:crypto";
import type { Control, Json, Point, ProcessDefinitionInput } from "@sluice/process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";

const named = (text: string) => ({ en: text, zh: text });
const rep = { by: "person" as const, who: [{ by: "role" as const, role: "rep" }] };
const point = (at: string, outcome?: string): Point =>
  outcome === undefined ? { at: "stage", stage: at } : { at: "step", step: at, outcome };

/** A draft that is asked about or sent at once, or by itself after an hour: the drawing lets everything through. */
const loose = (key: string, ...controls: readonly Control[]): ProcessDefinitionInput => ({
  format: 2,
  key,
  name: named(key),
  kind: "side",
  recordType: "customer",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    {
      id: "draft",
      kind: "stage",
      key: "draft",
      order: 1,
      name: named("Draft"),
      moves: [
        { id: "ask", name: named("Ask"), to: "ask1", trigger: rep },
        { id: "send", name: named("Send"), to: "sent", trigger: rep },
        {
          id: "late",
          name: named("Late"),
          to: "sent",
          trigger: { by: "timer", after: { amount: 1, unit: "hour", calendar: "elapsed" } },
        },
      ],
    },
    {
      id: "ask1",
      kind: "approval",
      stage: "draft",
      name: named("Ask"),
      who: [{ by: "role", role: "rep" }],
      mode: { by: "any" },
      onEmpty: { do: "incident" },
      onSelf: "allow",
    },
    {
      id: "sent",
      kind: "stage",
      key: "sent",
      order: 2,
      name: named("Sent"),
      milestone: `${key}.sent`,
      moves: [{ id: "again", name: named("Again"), to: "draft", trigger: rep }],
    },
  ],
  edges: [{ id: "begin", from: "start", to: "draft" }],
  controls: [...controls],
});

describe("control points at the door", () => {
  let firm: TestFirm;
  beforeAll(async () => {
    firm = await aFirm();
    const asked = point("ask1", "approved");
    const isSent: Point = { at: "milestone", milestone: "asked.sent" };
    await firm.publish(
      loose("asked", { id: "c", must: "neverBefore", point: isSent, before: [asked] }),
      loose("twoPeople", { id: "c", must: "notSamePerson", point: { at: "initiator" }, other: asked }),
      loose("once", { id: "c", must: "atMostOnce", point: point("sent") }),
      loose("keyAsked", {
        id: "c",
        must: "passes",
        when: "record.?grade.orValue('') == 'key'",
        through: asked,
        before: point("sent"),
      }),
      loose("answered", {
        id: "c",
        must: "followedBy",
        point: point("sent"),
        by: [point("draft")],
        within: { amount: 1, unit: "day", calendar: "elapsed" },
      }),
    );
  });
  afterAll(() => firm.close());

  const begun = async (process: string, fields: Readonly<Record<string, Json>> = {}): Promise<string> => {
    const recordId = await firm.aCustomer({ name: `Firm ${randomUUID()}`, ...fields });
    const command = { commandId: randomUUID(), process, recordType: "customer", recordId };
    return String((await firm.door.startCase(command, firm.as("chen"))).caseId);
  };
  const move = (caseId: string, name: string) =>
    codesOf(firm.door.moveCase({ commandId: randomUUID(), caseId, move: name }, firm.as("chen")));
  const approve = async (caseId: string, by: StaffName): Promise<readonly string[]> => {
    const open = "SELECT id FROM task WHERE case_id = $1 AND closed_at IS NULL AND assignee_id = $2";
    const [task] = await firm.rows<{ id: string }>(open, [caseId, firm.people[by]]);
    const act = { commandId: randomUUID(), taskId: task?.id ?? randomUUID(), act: { do: "approve" as const } };
    return codesOf(firm.door.actOnTask(act, firm.as(by)));
  };
  const stageOf = async (caseId: string) =>
    (await firm.rows<{ stage_key: string }>('SELECT stage_key FROM "case" WHERE id = $1', [caseId]))[0]?.stage_key;
  const refused = ["CONTROL_POINT_BROKEN"];

  it("never before: a move that the drawing allows is refused, says which, and is open once what must come first is there", async () => {
    const caseId = await begun("asked");

    expect(await firm.door.openMoves([caseId], firm.as("chen"))).toMatchObject({
      [caseId]: expect.arrayContaining([
        { move: "send", problems: [expect.objectContaining({ code: "CONTROL_POINT_BROKEN" })] },
      ]),
    });
    await expect(
      firm.door.moveCase({ commandId: randomUUID(), caseId, move: "send" }, firm.as("chen")),
    ).rejects.toMatchObject({
      problems: [
        {
          code: "CONTROL_POINT_BROKEN",
          sentence: { en: "“asked.sent” never before “Ask” approved", zh: "“Ask”同意之前不得“asked.sent”" },
        },
      ],
    });
    expect([await move(caseId, "ask"), await approve(caseId, "sofia"), await move(caseId, "send")]).toEqual([
      [],
      [],
      [],
    ]);
    expect(await stageOf(caseId)).toBe("sent");
  });

  it("never before: an admin's jump does not get round it, and is noted", async () => {
    const caseId = await begun("asked");
    const jump = { commandId: randomUUID(), caseId, act: { do: "jump", to: "sent" } as const, reason: "In a hurry" };

    expect(await codesOf(firm.door.intervene(jump, firm.as("mei")))).toEqual(refused);

    expect(await stageOf(caseId)).toBe("draft");
    const noted = "SELECT action FROM audit WHERE case_id = $1 AND detail::text LIKE '%CONTROL_POINT_BROKEN%'";
    expect(await firm.rows(noted, [caseId])).toHaveLength(1);
  });

  it("never before: the clock is held to it too, as an incident", async () => {
    firm.clock.set("2026-11-25T08:00:00.000Z");
    const caseId = await begun("asked");
    firm.clock.set("2026-11-25T09:00:00.001Z");
    await firm.carrier.alarmRang({ caseId, epoch: await firm.carrier.epoch() }, "2026-11-25T09:00:00.000Z");
    firm.clock.set(null);

    expect(await stageOf(caseId)).toBe("draft");
    expect(await firm.rows("SELECT code FROM incident WHERE case_id = $1 AND cleared_at IS NULL", [caseId])).toEqual([
      { code: "CONTROL_POINT_BROKEN" },
    ]);
  });

  it("not the same person: whoever began it does not approve it, somebody else does", async () => {
    const caseId = await begun("twoPeople");
    await move(caseId, "ask");

    expect([await approve(caseId, "chen"), await approve(caseId, "sofia")]).toEqual([refused, []]);
  });

  it("at most once: the second time is refused, in another case it is the first", async () => {
    const caseId = await begun("once");

    expect([await move(caseId, "send"), await move(caseId, "again"), await move(caseId, "send")]).toEqual([
      [],
      [],
      refused,
    ]);
    expect(await move(await begun("once"), "send")).toEqual([]);
  });

  it.each([
    { name: "where it holds", grade: "key", sent: refused },
    { name: "where it does not", grade: "A", sent: [] },
    { name: "where nothing is said", grade: undefined, sent: [] },
  ])("passes: $name", async ({ grade, sent }) => {
    const caseId = await begun("keyAsked", grade === undefined ? {} : { grade });

    expect(await move(caseId, "send")).toEqual(sent);
    await move(caseId, "ask");
    await approve(caseId, "sofia");
    expect([await move(caseId, "send"), await stageOf(caseId)]).toEqual([
      sent.length > 0 ? [] : ["EVENT_NOT_APPLICABLE"],
      "sent",
    ]);
  });

  describe("followed by, within a day", () => {
    const SENT = "2026-11-23T08:00:00.000Z";
    const DUE = "2026-11-24T08:00:00.000Z";
    const sent = async (): Promise<string> => {
      firm.clock.set(SENT);
      const caseId = await begun("answered");
      expect(await move(caseId, "send")).toEqual([]);
      return caseId;
    };
    const ringAt = async (caseId: string, at: string) => {
      firm.clock.set(at);
      await firm.carrier.alarmRang({ caseId, epoch: await firm.carrier.epoch() }, at);
      await firm.settle();
      firm.clock.set(null);
    };
    const openIncidents = (caseId: string) =>
      firm.rows("SELECT code FROM incident WHERE case_id = $1 AND cleared_at IS NULL", [caseId]);
    const alarmOf = async (caseId: string) =>
      (await firm.rows<{ alarm_at: string | null }>('SELECT alarm_at FROM "case" WHERE id = $1', [caseId]))[0]
        ?.alarm_at;

    it("is a deadline; overdue it is an incident, and the case goes on all the same", async () => {
      const caseId = await sent();
      expect(new Date(String(await alarmOf(caseId))).toISOString()).toBe(DUE);

      await ringAt(caseId, "2026-11-24T07:59:59.999Z");
      expect(await openIncidents(caseId)).toEqual([]);

      await ringAt(caseId, DUE);
      expect(await openIncidents(caseId)).toEqual([{ code: "CONTROL_POINT_OVERDUE" }]);
      expect([await move(caseId, "again"), await stageOf(caseId)]).toEqual([[], "draft"]);
    });

    it("is no longer waited for once it has followed", async () => {
      const caseId = await sent();
      expect(await move(caseId, "again")).toEqual([]);

      await ringAt(caseId, DUE);
      expect(await openIncidents(caseId)).toEqual([]);
    });
  });
});
