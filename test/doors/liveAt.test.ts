import { randomUUID } from "node:crypto";
import { createPool, createReads } from "@sluice/records";
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
  const asOwner = async (text: string, values: readonly unknown[]): Promise<void> => {
    const owner = createPool(firm.db.ownerUrl, { size: 1 });
    await owner.query(text, [...values]);
    await owner.end();
  };
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

  it("names what the version in force does not have as the version calls it whose cases stand there", async () => {
    await firm.rows(
      `INSERT INTO process_version (process_key, version, definition, hash, published_at, published_by)
       SELECT process_key, 2, jsonb_set(definition, '{nodes,0}', (definition #> '{nodes,0}') || '{"id": "desk", "name": {"en": "The desk", "zh": "柜台"}}'), 'x', published_at, published_by
       FROM process_version WHERE process_key = 'quote' AND version = 1`,
    );
    await firm.rows("UPDATE stay SET version = 2 WHERE node = 'desk' AND process_key = 'quote'");
    const seen = await liveAt(reads(), { key: "quote", at: at(3), filter: {} });
    expect(seen.map(({ node, gone }) => [node, gone])).toEqual([
      ["desk", { version: 2, name: { en: "The desk", zh: "柜台" } }],
      ["in", null],
    ]);
  });

  it("names the cases that stood there then, to those who may know of them", async () => {
    const asked = { key: "quote", node: "desk", at: at(3), filter: {}, limit: 20 };
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

  it("looks at them as they were then: on which version, in which department, of what amount", async () => {
    const { id, caseId } = quotes[0] ?? { id: "", caseId: "" };
    const desk = await aQuoteDesk(firm);
    const line = await desk.lineOf(id);
    firm.clock.set(at(5));
    await desk.patch("quote", id, { lines: [{ ...line, quantity: "70" }] });
    firm.clock.set(null);
    const [quote] = await firm.rows<{ department_id: string }>("SELECT department_id FROM quote WHERE id = $1", [id]);
    const [was, is] = [randomUUID(), String(quote?.department_id)];
    await asOwner("INSERT INTO department (id, name, path) VALUES ($1::uuid, '{}', ARRAY[$1::uuid])", [was]);
    await firm.rows(
      `INSERT INTO audit (at, actor, via, action, record_type, record_id, detail)
       VALUES ($1, '{}', 'session', 'patch', 'quote', $2, $3)`,
      [at(5), id, JSON.stringify({ department: { from: was, to: is } })],
    );
    await firm.rows(
      `INSERT INTO case_event (case_id, seq, at, actor, event, used) VALUES ($1, 900, $2, '{}', $3, '{}')`,
      [caseId, at(5), JSON.stringify({ type: "migrate", from: { version: 7, hash: "" } })],
    );
    await firm.rows("UPDATE stay SET entered_at = $1, left_at = NULL WHERE node = 'in' AND case_id = $2", [
      at(9),
      quotes[1]?.caseId,
    ]);
    const stood = async (hour: number, filter: object) =>
      (await then(hour, { ...filter })).some(([node]) => node === "in");
    const before = [{ department: was }, { amountFrom: "1000", amountUntil: "1000.01" }, { version: 7 }];
    const after = [
      { department: is },
      { amountFrom: "7000", amountUntil: "7000.01" },
      { version: 1, amountFrom: "7000" },
    ];
    const ofIt = { amountFrom: "0" };
    expect([await stood(4, ofIt), await stood(5, ofIt)]).toEqual([true, true]);
    for (const filter of [...before, { department: was, amountUntil: "7000" }])
      expect([filter, await stood(4, filter), await stood(5, filter)]).toEqual([filter, true, false]);
    for (const filter of after)
      expect([filter, await stood(4, filter), await stood(5, filter)]).toEqual([filter, false, true]);
    expect(await stood(4, { department: was, amountFrom: "7000" })).toBe(false);
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
    const [change] = await firm.rows<{ id: string }>(
      `INSERT INTO audit (at, actor, via, action, record_type, record_id, detail)
       VALUES (date_trunc('day', now() AT TIME ZONE 'Asia/Shanghai') AT TIME ZONE 'Asia/Shanghai' - interval '12 hours', '{}', 'session', 'patch', 'quote', $1, $2) RETURNING id`,
      [quotes[1]?.id, JSON.stringify({ total: { from: "7.00", to: "1.00" } })],
    );
    expect(change).toBeDefined();
    const small = {
      key: "quote",
      span: "yesterday",
      zone: "Asia/Shanghai",
      filter: { amountUntil: "8", amountFrom: "7" },
    } as const;
    const then = (await livePast(reads(), small)).map(({ running }) => running);
    expect(then).toEqual([...Array.from({ length: 11 }, () => 1), ...Array.from({ length: 13 }, () => 0)]);
    expect(new Set(month.map(({ running }) => running))).toEqual(new Set([0]));
  });
});
