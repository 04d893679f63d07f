import { randomUUID } from "node:crypto";
import { checkRule } from "@sluice/records";
import { templates } from "@sluice/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { aQuoteDesk } from "../support/aQuoteDesk.ts";
import { codesOf } from "../support/codesOf.ts";
import { foldOf, readCaseLogs } from "../support/foldedCases.ts";
import { jury } from "../support/processes.ts";

const JURORS = 50;
const TRIES = 20;

describe("many at once on what costs money", () => {
  let firm: TestFirm;
  let desk: Awaited<ReturnType<typeof aQuoteDesk>>;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(...templates, jury);
    desk = await aQuoteDesk(firm);
  });
  afterAll(() => firm.close());

  const stageOf = async (caseId: string) =>
    (await firm.rows<{ stage_key: string }>('SELECT stage_key FROM "case" WHERE id = $1', [caseId]))[0]?.stage_key;
  const openTask = async (caseId: string) =>
    String(
      (await firm.rows<{ id: string }>("SELECT id FROM task WHERE case_id = $1 AND status = 'open'", [caseId]))[0]?.id,
    );
  const reasonsOf = async (quoteId: string) =>
    checkRule(desk.reads, { ref: { type: "quote", id: quoteId }, rule: "quote.costSigned", personId: firm.people.mei });

  it("one of fifty who decide the same approval at once decides it; the others are told that it is closed", async () => {
    const jurors = await firm.rows<{ id: string }>(
      `INSERT INTO person (id, name, email, roles, department_id)
       SELECT gen_random_uuid(), 'Juror ' || n, 'juror' || n || '@firm.example', ARRAY['juror'], p.department_id
       FROM generate_series(1, ${JURORS}) n, person p WHERE p.id = $1 RETURNING id`,
      [firm.people.chen],
    );
    const recordId = await firm.aCustomer();
    const { caseId } = await firm.door.startCase(
      { commandId: randomUUID(), process: "jury", recordType: "customer", recordId },
      firm.as("chen"),
    );
    const tasks = await firm.rows<{ id: string; people: string[] }>("SELECT id, people FROM task WHERE case_id = $1", [
      caseId,
    ]);
    const taskOf = (juror: string) => String(tasks.find((task) => task.people.includes(juror))?.id);
    const decide = (juror: string, at: number) =>
      codesOf(
        firm.door.actOnTask(
          {
            commandId: randomUUID(),
            taskId: taskOf(juror),
            act: { do: at % 2 === 0 ? "approve" : "reject" },
            comment: "my verdict",
          },
          { personId: juror, via: "session" },
        ),
      );

    const codes = await Promise.all(jurors.map(({ id }, at) => decide(id, at)));

    expect(codes.filter((it) => it.length === 0)).toHaveLength(1);
    expect(new Set(codes.flat())).toEqual(new Set(["TASK_CLOSED"]));
    expect(await firm.rows("SELECT verdict FROM decision WHERE case_id = $1", [caseId])).toHaveLength(1);
    expect(await firm.rows("SELECT status FROM task WHERE case_id = $1 AND status = 'open'", [caseId])).toEqual([]);
    expect(await firm.rows('SELECT status, seq FROM "case" WHERE id = $1', [caseId])).toEqual([
      { status: "ended", seq: 2 },
    ]);
  });

  it("a sheet signed while its quote is changed never vouches for the change", async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < TRIES; round += 1) {
      const quote = await desk.aQuote();
      const sheet = await desk.create("costSheet", { quote: quote.id, currency: "CNY", rateDate: "2026-11-01" });
      const lines = [{ kind: "material", description: "Valve", quantity: "10", unitCost: "60" }];
      await firm.door.actOnTask(
        {
          commandId: randomUUID(),
          taskId: await openTask(sheet.caseId),
          act: { do: "complete", outcome: "costed" },
          form: { lines, validUntil: "2030-12-31" },
        },
        firm.as("li"),
      );
      const taskId = await openTask(sheet.caseId);
      const line = await desk.lineOf(quote.id);
      const sign = codesOf(
        firm.door.actOnTask({ commandId: randomUUID(), taskId, act: { do: "approve" } }, firm.as("zhao")),
      );
      const change = codesOf(desk.patch("quote", quote.id, { lines: [{ ...line, quantity: "1000" }] }));
      const [signed, changed] = await Promise.all([sign, change]);
      outcomes.add(signed.join());
      expect(changed).toEqual([]);
      expect(await reasonsOf(quote.id)).not.toEqual([]);
      await firm.settle();
      expect(await stageOf(sheet.caseId)).toBe("costing");
    }
    expect([...outcomes].every((codes) => ["", "COST_NOT_SIGNED", "TASK_CLOSED"].includes(codes))).toBe(true);
  });

  it("a quote submitted while a cost runs away is never approved on the old cost", async () => {
    for (let round = 0; round < TRIES; round += 1) {
      const quote = await desk.aSignedQuote();
      const submit = codesOf(
        firm.door.moveCase({ commandId: randomUUID(), caseId: quote.caseId, move: "submit" }, firm.as("chen")),
      );
      await Promise.all([submit, desk.patch("product", quote.product, { cost: "90" }, "tom")]);
      await firm.settle();
      expect(await reasonsOf(quote.id)).not.toEqual([]);
      expect(await stageOf(quote.caseId)).toBe((await submit).length === 0 ? "approval" : "draft");
    }
  });

  it("folds every one of these cases, without a database, to what is stored", async () => {
    const logs = await readCaseLogs(firm);
    expect(logs.length).toBeGreaterThan(2 * TRIES);
    for (const log of logs) expect(foldOf(log), `${log.process_key} ${log.id}`).toEqual(log.state);
  });
});
