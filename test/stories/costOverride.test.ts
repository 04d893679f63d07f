import { randomUUID } from "node:crypto";
import type { ProcessDefinitionInput } from "@sluice/process";
import { checkRule } from "@sluice/records";
import { templates } from "@sluice/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";
import { aQuoteDesk } from "../support/aQuoteDesk.ts";
import { codesOf } from "../support/codesOf.ts";
import { foldOf, readCaseLogs } from "../support/foldedCases.ts";

const named = (text: string) => ({ en: text, zh: text });

/** What an admin might draw to get round the approval: a process that stamps the override by itself. */
const selfService: ProcessDefinitionInput = {
  format: 2,
  key: "selfService",
  name: named("Self-service"),
  kind: "side",
  recordType: "quote",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    { id: "now", kind: "stage", key: "now", order: 1, name: named("Now"), final: "done", entry: "stamp" },
    {
      id: "stamp",
      kind: "action",
      stage: "now",
      name: named("Stamp"),
      block: "setFields",
      inputs: { costOverriddenAt: { expression: "now" }, costOverriddenBy: { expression: "actor.personId" } },
    },
  ],
  edges: [{ id: "begin", from: "start", to: "now" }],
};

describe("a general manager lets a quote go uncosted", () => {
  let firm: TestFirm;
  let desk: Awaited<ReturnType<typeof aQuoteDesk>>;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(...templates, selfService);
    desk = await aQuoteDesk(firm);
  });
  afterAll(() => firm.close());

  const start = (quoteId: string, by: StaffName = "chen", process = "costOverride") =>
    firm.door.startCase({ commandId: randomUUID(), process, recordType: "quote", recordId: quoteId }, firm.as(by));
  const submit = (quote: { readonly caseId: string }) =>
    firm.door.moveCase({ commandId: randomUUID(), caseId: quote.caseId, move: "submit" }, firm.as("chen"));
  const taskOf = async (caseId: string | null) =>
    (
      await firm.rows<{ id: string; assignee_id: string }>(
        "SELECT id, assignee_id FROM task WHERE case_id = $1 AND status = 'open'",
        [caseId],
      )
    )[0];
  const decide = async (caseId: string | null, by: StaffName, comment?: string) =>
    firm.door.actOnTask(
      {
        commandId: randomUUID(),
        taskId: String((await taskOf(caseId))?.id),
        act: { do: "approve" },
        ...(comment === undefined ? {} : { comment }),
      },
      firm.as(by),
    );
  const anOverriddenQuote = async () => {
    const quote = await desk.aQuote();
    const asked = await start(quote.id);
    await decide(asked.caseId, "gao", "Strategic customer, costs follow");
    await firm.settle();
    return { ...quote, asked: asked.caseId };
  };
  const standsAgainst = async (quoteId: string) =>
    (
      await checkRule(desk.reads, {
        ref: { type: "quote", id: quoteId },
        rule: "quote.costSigned",
        personId: firm.people.chen,
      })
    ).map((it) => it.code);
  const stageOf = async (caseId: string) =>
    (await firm.rows<{ stage_key: string }>('SELECT stage_key FROM "case" WHERE id = $1', [caseId]))[0]?.stage_key;

  it("passes every door once it is approved, and keeps the decision with the quote as it was seen", async () => {
    const quote = await desk.aQuote();
    expect(await codesOf(submit(quote))).toEqual(["COST_NOT_SIGNED"]);

    const asked = await start(quote.id);
    expect(await standsAgainst(quote.id)).toEqual(["COST_NOT_SIGNED"]);
    await decide(asked.caseId, "gao", "Strategic customer, costs follow");

    expect(await standsAgainst(quote.id)).toEqual([]);
    await submit(quote);
    await firm.settle();
    expect(await stageOf(quote.caseId)).toBe("approved");
    const [evidence] = await firm.rows(
      `SELECT o.approved_by, d.comment, d.record ->> 'total' AS total FROM cost_override o
       JOIN decision d ON d.id = o.decision_id WHERE o.quote_id = $1`,
      [quote.id],
    );
    expect(evidence).toEqual({
      approved_by: firm.people.gao,
      comment: "Strategic customer, costs follow",
      total: "1000",
    });
    const audited = await firm.rows(
      "SELECT detail -> 'costOverriddenBy' ->> 'to' AS by FROM audit WHERE record_id = $1 AND detail ? 'costOverriddenBy' AND action = 'patch'",
      [quote.id],
    );
    expect(audited).toEqual([{ by: firm.people.gao }]);
  });

  it("stays with what it was approved for: another line, and it is void", async () => {
    const quote = await anOverriddenQuote();
    await desk.patch("quote", quote.id, { note: "call before noon" });
    expect(await standsAgainst(quote.id)).toEqual([]);
    const line = await desk.lineOf(quote.id);
    await desk.patch("quote", quote.id, { lines: [{ ...line, quantity: "11" }] });

    expect(await codesOf(submit(quote))).toEqual(["COST_NOT_SIGNED"]);
    expect((await desk.get("quote", quote.id)).fields).toMatchObject({
      costOverriddenAt: null,
      costOverriddenBy: null,
    });
    await desk.patch("quote", quote.id, { lines: [line] });
    expect(await standsAgainst(quote.id)).toEqual(["COST_NOT_SIGNED"]);
  });

  it("takes an approved quote back to waiting when its override is void", async () => {
    const quote = await anOverriddenQuote();
    await submit(quote);
    await firm.settle();
    await desk.patch("quote", quote.id, { discount: "0.1" });
    await firm.settle();
    expect(await stageOf(quote.caseId)).toBe("approval");
  });

  it("stands still while it is asked for", async () => {
    const quote = await desk.aQuote();
    await start(quote.id);
    expect(await codesOf(desk.patch("quote", quote.id, { discount: "0.5" }))).toEqual(["RECORD_LOCKED"]);
  });

  it.each([
    { name: "without a comment", by: "gao" as const, comment: undefined, code: "COMMENT_REQUIRED" },
    { name: "by whoever asked", by: "chen" as const, comment: "fine", code: "TASK_NOT_YOURS" },
    { name: "by finance", by: "zhao" as const, comment: "fine", code: "TASK_NOT_YOURS" },
  ])("is not approved $name", async ({ by, comment, code }) => {
    const quote = await desk.aQuote();
    const asked = await start(quote.id);
    expect(await codesOf(decide(asked.caseId, by, comment))).toContain(code);
    expect(await standsAgainst(quote.id)).toEqual(["COST_NOT_SIGNED"]);
  });

  it("is not asked for by the only one who could approve it, nor by who may not move the quote", async () => {
    const quote = await desk.aQuote();
    expect(await codesOf(start(quote.id, "gao"))).toEqual(["NOBODY_FOUND"]);
    expect((await codesOf(start(quote.id, "li"))).length).toBeGreaterThan(0);
    expect(
      await firm.rows("SELECT id FROM \"case\" WHERE record_id = $1 AND process_key = 'costOverride'", [quote.id]),
    ).toEqual([]);
  });

  it("is stamped by no process without somebody else's approval, and by nobody's hand", async () => {
    const quote = await desk.aQuote();
    expect(await codesOf(start(quote.id, "chen", "selfService"))).toEqual(["CONTROL_POINT"]);
    const byHand = desk.patch("quote", quote.id, { costOverriddenAt: "2026-01-01T00:00:00Z" }, "mei");
    expect(await codesOf(byHand)).toEqual(["FIELD_NOT_ALLOWED"]);
    expect(await firm.rows("SELECT quote_id FROM cost_override WHERE quote_id = $1", [quote.id])).toEqual([]);
  });

  it("folds, without a database, to what is stored", async () => {
    const logs = (await readCaseLogs(firm)).filter((log) => log.process_key === "costOverride");
    expect(logs.length).toBeGreaterThan(3);
    for (const log of logs) expect(foldOf(log)).toEqual(log.state);
  });
});
