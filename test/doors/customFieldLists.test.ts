import { randomUUID } from "node:crypto";
import type { Json } from "@sluice/process";
import {
  createPool,
  createReads,
  listFields,
  listRecords,
  patchField,
  searchRecords,
  type ListWish,
  type Reads,
} from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listenTo } from "../../bench/benchParts/ground/listen.ts";
import { aField, indexed } from "../support/aField.ts";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";
import { analyzed } from "../support/analyzed.ts";
import { codesOf } from "../support/codesOf.ts";

const choices = ["north", "south"].map((key) => ({ key, label: { en: key, zh: key } }));
const MANY = 20_000;

describe("lists by custom fields", () => {
  let firm: TestFirm;
  let reads: Reads;
  beforeAll(async () => {
    firm = await aFirm();
    reads = createReads(firm.pool);
    const fields: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
      c_text: { type: "text" },
      c_count: { type: "integer" },
      c_amount: { type: "money", currency: "CNY" },
      c_day: { type: "date" },
      c_seen: { type: "instant" },
      c_key: { type: "boolean" },
      c_region: { type: "choice", choices },
      c_regions: { type: "multiChoice", choices },
      c_buddy: { type: "reference", refersTo: "person" },
    };
    for (const [key, settings] of Object.entries(fields)) await aField(firm, { key, filterable: true, ...settings });
    await indexed(firm);
    const rows: readonly (readonly [string, Readonly<Record<string, Json>>])[] = [
      ["A", { c_text: "阀门", c_count: 9, c_amount: "10.5", c_day: "2026-01-31", c_regions: ["north", "south"] }],
      ["B", { c_text: "Valve", c_count: 10, c_amount: "9", c_day: "2026-02-01", c_regions: ["south"], c_key: true }],
      ["C", { c_count: -1, c_seen: "2026-02-01T00:00:00+08:00", c_region: "north", c_buddy: firm.people.li }],
      ["D", { c_text: "泵", c_region: "south", c_key: false }],
      ["E", {}],
    ];
    for (const [name, own] of rows) await firm.aCustomer({ name, ...own });
  });
  afterAll(() => firm.close());

  const names = async (wish: Partial<ListWish>, by: StaffName = "mei"): Promise<string> => {
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listRecords(reads, {
        type: "customer",
        personId: firm.people[by],
        limit: 2,
        sort: { field: "name", direction: "asc" },
        ...wish,
        ...(cursor === null ? {} : { cursor }),
      });
      found.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    } while (cursor !== null);
    return found.join("");
  };

  it.each<{ readonly filter: Readonly<Record<string, Json>>; readonly found: string }>([
    { filter: { c_text: "Valve" }, found: "B" },
    { filter: { c_text: null }, found: "CE" },
    { filter: { c_count: 10 }, found: "B" },
    { filter: { c_count: "9..10" }, found: "AB" },
    { filter: { c_count: "..9" }, found: "AC" },
    { filter: { c_amount: "9.0000" }, found: "B" },
    { filter: { c_amount: "9.0001.." }, found: "A" },
    { filter: { c_day: "2026-02-01..2026-02-28" }, found: "B" },
    { filter: { c_seen: "2026-01-31T16:00:00Z" }, found: "C" },
    { filter: { c_key: true }, found: "B" },
    { filter: { c_key: "false" }, found: "D" },
    { filter: { c_region: ["north", "south"] }, found: "CD" },
    { filter: { c_regions: "south" }, found: "AB" },
    { filter: { c_regions: ["north"], c_text: "阀门" }, found: "A" },
  ])("narrow to $filter: $found", async ({ filter, found }) => {
    expect(await names({ filter })).toBe(found);
  });

  it.each([
    { field: "c_text", filled: "DAB" },
    { field: "c_count", filled: "CAB" },
    { field: "c_amount", filled: "BA" },
    { field: "c_day", filled: "AB" },
    { field: "c_seen", filled: "C" },
  ])("sort by $field, empty ones last going up, page by page", async ({ field, filled }) => {
    const up = await names({ sort: { field, direction: "asc" } });
    const down = await names({ sort: { field, direction: "desc" } });
    expect(up.slice(0, filled.length)).toBe(filled);
    expect(down).toBe(up.split("").toReversed().join(""));
    expect(up.split("").toSorted().join("")).toBe("ABCDE");
  });

  it("refuse what is not one of the field's values, and a field that is not offered", async () => {
    await aField(firm, { key: "c_note" });
    const refused = (filter: Readonly<Record<string, Json>>) => codesOf(names({ filter }));
    expect(await refused({ c_region: "west" })).toEqual(["INPUT_INVALID"]);
    expect(await refused({ c_regions: ["west"] })).toEqual(["INPUT_INVALID"]);
    expect(await refused({ c_count: "9..ten" })).toEqual(["INPUT_INVALID"]);
    expect(await refused({ c_note: "x" })).toEqual(["INPUT_INVALID"]);
    expect(await codesOf(names({ sort: { field: "c_region", direction: "asc" } }))).toEqual(["INPUT_INVALID"]);
  });

  it("wait for the index of a field, and say so", async () => {
    const id = await aField(firm, { key: "c_late", filterable: true });
    expect(await codesOf(names({ filter: { c_late: "x" } }))).toEqual(["FIELD_INDEXING"]);
    expect(await codesOf(names({ sort: { field: "c_late", direction: "asc" } }))).toEqual(["FIELD_INDEXING"]);
    await indexed(firm);
    expect(await names({ filter: { c_late: "x" } })).toBe("");
    await patchField(firm.house, { commandId: randomUUID(), id, version: 1, archived: true }, firm.as("mei"));
    await indexed(firm);
    const [left] = await firm.rows("SELECT FROM pg_indexes WHERE indexname = $1", [`field_${id.replaceAll("-", "")}`]);
    expect(left).toBeUndefined();
  });

  it("go on without an index that cannot be built, and it is said", async () => {
    const id = await aField(firm, { key: "c_broken", filterable: true });
    await firm.rows("UPDATE field SET record_table = 'no_such_table' WHERE id = $1", [id]);
    const other = await aField(firm, { key: "c_whole", filterable: true });
    await indexed(firm);
    const kept = await listFields(reads, "customer");
    const indexOf = (fieldId: string) => kept.find((it) => it.id === fieldId)?.index;
    expect([indexOf(id), indexOf(other)]).toEqual(["failed", "built"]);
    expect(await codesOf(names({ filter: { c_broken: "x" } }))).toEqual(["FIELD_INDEXING"]);
  });

  it("are found by the words of a field that is searched, beside those of the record", async () => {
    await aField(firm, { key: "c_nick", searchable: true });
    await firm.aCustomer({ name: "Zulu", c_nick: "老朋友 Buddy" });
    const found = async (typed: string) => (await searchRecords(reads, typed, firm.people.mei)).map((it) => it.title);
    expect(await found("朋友 bud")).toEqual(["Zulu"]);
    expect(await found("zul")).toEqual(["Zulu"]);
  });

  it(`are answered by an index of ${MANY} records, not by all of them`, async () => {
    const [chen] = await firm.rows<{ department_id: string }>("SELECT department_id FROM person WHERE id = $1", [
      firm.people.chen,
    ]);
    await firm.rows(
      `INSERT INTO customer (number, name, owner_id, department_id, custom)
       SELECT 'X-' || n, 'Customer ' || n, $1, $2, jsonb_build_object('c_text', 'text ' || n, 'c_count', n, 'c_day', '2026-01-01')
       FROM generate_series(1, ${MANY}) AS n`,
      [firm.people.chen, chen?.department_id],
    );
    await analyzed(firm, "customer");
    const pool = createPool(firm.db.url, { size: 1 });
    const heard = listenTo(pool);
    const spied = createReads(pool);
    const planOf = async (wish: Partial<ListWish>): Promise<string> => {
      heard.splice(0);
      await listRecords(spied, { type: "customer", personId: firm.people.mei, ...wish });
      const statement = heard.find(({ text }) => text.includes("AS stretch"));
      const rows = await firm.rows<{ "QUERY PLAN": string }>(
        `EXPLAIN ${statement?.text ?? ""}`,
        statement?.values ?? [],
      );
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    };
    const sort = { field: "c_count", direction: "asc" } as const;
    try {
      const { nextCursor } = await listRecords(spied, { type: "customer", personId: firm.people.mei, sort });
      expect(nextCursor).not.toBeNull();
      for (const wish of [
        { filter: { c_text: "text 77" } },
        { filter: { c_count: "500..600" } },
        { filter: { c_regions: "north" } },
        { sort },
        { sort, cursor: nextCursor ?? "" },
        { sort: { field: "c_text", direction: "desc" } as const },
      ]) {
        expect(await planOf(wish)).toMatch(/(Index|Bitmap).* field_/u);
      }
    } finally {
      await pool.end();
    }
  });
});
