import { randomUUID } from "node:crypto";
import { createReads } from "@sluice/records";
import { templates } from "@sluice/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { liveAt, livePast } from "../../server/src/processes/liveAt.ts";
import { liveNodes } from "../../server/src/processes/liveNodes.ts";
import { waitingCases } from "../../server/src/processes/waitingCases.ts";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { aQuoteDesk } from "../support/aQuoteDesk.ts";

const at = (hour: number) => `2026-11-10T${String(hour).padStart(2, "0")}:00:00.000Z`;

describe("what rested where at an instant", () => {
  let firm: TestFirm;
  let quotes: readonly { readonly id: string; readonly caseId: string }[];
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(...templates);
    const desk = await aQuoteDesk(firm);
    quotes = [await desk.aQuote(), await desk.aQuote()];
    await firm.rows(`DELETE FROM stay WHERE process_key = 'quote'`);
    await firm.rows(`UPDATE "case" SET opened_at = '2026-11-01' WHERE process_key = 'quote'`);
  });
  afterAll(() => firm.close());

  const reads = () => createReads(firm.pool);
  const aStay = (
    node: string,
    {
      of = 0,
      from,
      until = null,
      due = null,
      isStage = false,
    }: { of?: 0 | 1; from: string; until?: string | null; due?: string | null; isStage?: boolean },
  ) =>
    firm.rows(
      `INSERT INTO stay (id, case_id, token, node, process_key, version, entered_at, left_at, due_at, is_stage)
       VALUES ($1::uuid, $2, $1::text, $3, 'quote', 1, $4, $5, $6, $7)`,
      [randomUUID(), quotes[of]?.caseId, node, from, until, due, isStage],
    );
  const then = async (hour: number, filter = {}) =>
    (await liveAt(reads(), { key: "quote", at: at(hour), filter })).map(({ node, open, late }) => [node, open, late]);

  it("counts who had come and not left, and was late, with each boundary and its neighbour", async () => {
    await aStay("desk", { from: at(2), until: at(4), due: at(3) });
    await aStay("in", { from: at(2), until: at(6), isStage: true });
    await aStay("in", { of: 1, from: at(3), isStage: true });

    expect(await then(1)).toEqual([]);
    expect(await then(2)).toEqual([
      ["desk", 1, 0],
      ["in", 1, 0],
    ]);
    expect(await then(3)).toEqual([
      ["desk", 1, 1],
      ["in", 2, 1],
    ]);
    expect(await then(4)).toEqual([["in", 2, 0]]);
    expect(await then(6)).toEqual([["in", 1, 0]]);
  });

  it("looks at the cases of a version, a department and an amount", async () => {
    const [quote] = await firm.rows<{ department_id: string; total: string }>(
      "SELECT department_id, total FROM quote WHERE id = $1",
      [quotes[0]?.id],
    );
    const [top] = await firm.rows<{ id: string }>("SELECT id FROM department WHERE parent_id IS NULL");
    const total = Number(quote?.total);
    const open = async (filter: Parameters<typeof liveNodes>[1]["filter"] & object) => [
      (await then(3, filter)).length > 0,
      (await liveNodes(reads(), { key: "quote", filter })).some((it) => it.open > 0),
    ];
    expect(await open({ version: 1 })).toEqual([true, true]);
    expect(await open({ version: 2 })).toEqual([false, false]);
    expect(await open({ department: String(quote?.department_id) })).toEqual([true, true]);
    expect(await open({ department: String(top?.id) })).toEqual([true, true]);
    expect(await open({ department: randomUUID() })).toEqual([false, false]);
    expect(await open({ amountFrom: String(total) })).toEqual([true, true]);
    expect(await open({ amountUntil: String(total) })).toEqual([false, false]);
    expect(await open({ amountFrom: String(total), amountUntil: String(total + 1) })).toEqual([true, true]);
  });

  it("names the cases that stood there then, to those who may know of them", async () => {
    const asked = { key: "quote", node: "desk", at: at(3), filter: {} };
    const named = async (name: "chen" | "sofia") =>
      (
        await waitingCases(reads(), asked, {
          personId: firm.people[name],
          name,
          email: "",
          roles: [],
          departmentId: null,
          departmentName: null,
          language: "en",
        })
      ).map(({ caseId, late }) => ({ caseId, late }));
    expect(await named("chen")).toEqual([{ caseId: quotes[0]?.caseId, late: true }]);
    expect(await named("sofia")).toEqual([]);
  });

  it("tells how many ran at each instant of yesterday and of the last thirty days", async () => {
    const yesterday = await livePast(reads(), { key: "quote", span: "yesterday", zone: "Asia/Shanghai", filter: {} });
    const month = await livePast(reads(), {
      key: "quote",
      span: "month",
      zone: "Asia/Shanghai",
      filter: { version: 2 },
    });
    expect([yesterday.length, month.length]).toEqual([24, 30]);
    expect(new Set(yesterday.map(({ running }) => running))).toEqual(new Set([2]));
    expect(new Set(month.map(({ running }) => running))).toEqual(new Set([0]));
  });
});
