import { randomUUID } from "node:crypto";
import { recordSchemas } from "@sluice/domain";
import type { Json } from "@sluice/process";
import {
  createReads,
  getRecord,
  listRecords,
  searchRecords,
  type ListWish,
  type Reads,
  type RecordRow,
} from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";

const SKUS = 23;

describe("lists", () => {
  let firm: TestFirm;
  let reads: Reads;
  let chens: string;
  let sofias: string;
  beforeAll(async () => {
    firm = await aFirm();
    reads = createReads(firm.pool);
    const create = async (type: string, fields: Readonly<Record<string, Json>>, by: StaffName) =>
      String((await firm.door.createRecord(type, { commandId: randomUUID(), fields }, firm.as(by))).recordId);
    chens = await create(
      "customer",
      { name: "澜海机械有限公司", phone: "13812345678", email: "ann@lanhai.example", grade: "A" },
      "chen",
    );
    sofias = await create(
      "customer",
      { name: "Hartmann Fördertechnik GmbH", phone: "13987654321", grade: "B" },
      "sofia",
    );
    for (let index = 0; index < SKUS; index += 1) {
      const price = `${(index * 7) % 5}`;
      await create(
        "product",
        {
          sku: `L-${String(index).padStart(2, "0")}`,
          name: index % 2 === 0 ? `Valve ${index % 4}` : `阀门 ${index % 3}`,
          unit: "pcs",
          listPrice: price,
          cost: "1.5",
          currency: "CNY",
          category: index % 3 === 0 ? "valves" : "pipes",
        },
        "tom",
      );
    }
    for (let index = 0; index < 7; index += 1) {
      await create(
        "priceBook",
        {
          name: `Book ${index}`,
          currency: "CNY",
          ...(index % 2 === 0 ? { validUntil: `2027-01-0${(index % 3) + 1}` } : {}),
        },
        "tom",
      );
    }
    await create("quote", { name: "Line 1", customer: chens, currency: "CNY" }, "chen");
    await create("quote", { name: "Line 2", customer: sofias, currency: "CNY" }, "sofia");
  });
  afterAll(() => firm.close());

  const list = (type: string, by: StaffName, wish: Partial<ListWish> = {}) =>
    listRecords(reads, { type, personId: firm.people[by], ...wish });
  const wholeList = async (type: string, by: StaffName, wish: Partial<ListWish>): Promise<readonly RecordRow[]> => {
    const items: RecordRow[] = [];
    for (let cursor: string | null | undefined = undefined; cursor !== null;) {
      const page: Awaited<ReturnType<typeof list>> = await list(type, by, {
        ...wish,
        ...(cursor === undefined ? {} : { cursor }),
      });
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  };

  const sorts = (["product", "priceBook"] as const).flatMap((type) =>
    Object.entries(recordSchemas[type].fields).flatMap(([field, { sortable }]) =>
      sortable === true ? (["asc", "desc"] as const).map((direction) => ({ type, field, direction })) : [],
    ),
  );
  it.each(sorts)(
    "shows every $type once by $field $direction, whatever the page",
    async ({ type, field, direction }) => {
      const [inPages, atOnce] = [
        await wholeList(type, "tom", { limit: 3, sort: { field, direction } }),
        await list(type, "tom", { limit: 100, sort: { field, direction } }),
      ];
      expect(inPages.map(({ id }) => id)).toEqual(atOnce.items.map(({ id }) => id));
      expect(new Set(inPages.map(({ id }) => id)).size).toBe(type === "product" ? SKUS : 7);
    },
  );

  it("sorts names as people do: Chinese by pinyin, then Latin", async () => {
    const { items } = await list("customer", "mei", { sort: { field: "name", direction: "asc" } });
    expect(items.map(({ title }) => title)).toEqual(["澜海机械有限公司", "Hartmann Fördertechnik GmbH"]);
  });

  it.each([
    { filter: { category: "valves" }, count: 8 },
    { filter: { category: ["valves", "pipes"] }, count: SKUS },
    { filter: { category: null }, count: 0 },
    { filter: { sku: "L-03" }, count: 1 },
    { filter: { q: "阀门" }, count: 11 },
    { filter: { q: "val" }, count: 16 },
    { filter: { q: "L-1", category: "valves" }, count: 3 },
    { filter: { q: "alve" }, count: 0 },
    { filter: { q: "'; DROP TABLE product; --" }, count: 0 },
  ])("narrows to $filter: $count", async ({ filter, count }) => {
    expect((await wholeList("product", "tom", { limit: 5, filter })).length).toBe(count);
  });

  it.each([
    { name: "a sort that is not offered", wish: { sort: { field: "cost", direction: "asc" as const } } },
    { name: "a filter that is not offered", wish: { filter: { cost: "1.5" } } },
    { name: "a field that does not exist", wish: { filter: { "sku; DROP TABLE product": "1" } } },
    { name: "a cursor of nothing", wish: { cursor: "abc" } },
    { name: "no rows", wish: { limit: 0 } },
    { name: "more rows than a page has", wish: { limit: 101 } },
  ])("refuses $name", async ({ wish }) => {
    expect(await codesOf(list("product", "tom", wish))).toEqual(["INPUT_INVALID"]);
  });

  it("refuses a cursor of another sort", async () => {
    const { nextCursor } = await list("product", "tom", { limit: 2, sort: { field: "sku", direction: "asc" } });
    expect(
      await codesOf(
        list("product", "tom", { limit: 2, cursor: nextCursor ?? "", sort: { field: "name", direction: "asc" } }),
      ),
    ).toEqual(["INPUT_INVALID"]);
  });

  it.each<{ by: StaffName; type: string; titles: readonly string[] }>([
    { by: "chen", type: "quote", titles: ["Line 1"] },
    { by: "sofia", type: "quote", titles: ["Line 2"] },
    { by: "wang", type: "quote", titles: ["Line 1", "Line 2"] },
    { by: "li", type: "quote", titles: ["Line 1", "Line 2"] },
    { by: "tom", type: "customer", titles: [] },
    { by: "chen", type: "customer", titles: ["澜海机械有限公司", "Hartmann Fördertechnik GmbH"] },
  ])("shows $by the $type records that are theirs to see", async ({ by, type, titles }) => {
    const { items } = await list(type, by, { sort: { field: "name", direction: "asc" } });
    expect(items.map(({ title }) => title)).toEqual(titles);
  });

  it("masks how to reach another rep's customer, and shows one's own", async () => {
    const { items } = await list("customer", "chen");
    expect(Object.fromEntries(items.map(({ id, fields }) => [id, fields["phone"]]))).toEqual({
      [chens]: "13812345678",
      [sofias]: "139****4321",
    });
  });

  it("finds nobody by the beginning of a masked number", async () => {
    expect((await list("customer", "chen", { filter: { q: "1398" } })).items).toEqual([]);
  });

  it("leaves out what things cost for those who sell them", async () => {
    const [row] = (await list("product", "chen", { limit: 1 })).items;
    expect(row?.fields).not.toHaveProperty("cost");
    expect((await list("product", "tom", { limit: 1 })).items[0]?.fields).toHaveProperty("cost", "1.5");
    const view = await getRecord(reads, { type: "product", id: row?.id ?? "" }, firm.people.chen);
    expect(view).toMatchObject({ can: { patch: false, delete: false }, fieldRights: { cost: "hidden", name: "read" } });
  });

  it("does not know records that are not the reader's", async () => {
    const [row] = (await list("quote", "sofia")).items;
    expect(await codesOf(getRecord(reads, { type: "quote", id: row?.id ?? "" }, firm.people.chen))).toEqual([
      "NOT_FOUND",
    ]);
    expect(await codesOf(getRecord(reads, { type: "quote", id: randomUUID() }, firm.people.mei))).toEqual([
      "NOT_FOUND",
    ]);
  });

  it("names what a record refers to", async () => {
    const [row] = (await list("quote", "chen")).items;
    expect(row).toMatchObject({
      refs: { customer: { id: chens, type: "customer", title: "澜海机械有限公司" }, owner: { title: "Chen Rui" } },
    });
  });

  it("searches every type at once, within the reader's rights", async () => {
    expect((await searchRecords(reads, "line", firm.people.chen)).map(({ type, title }) => `${type} ${title}`)).toEqual(
      ["quote Line 1"],
    );
    expect((await searchRecords(reads, "澜海", firm.people.chen)).map(({ title }) => title)).toEqual([
      "澜海机械有限公司",
    ]);
    expect(await searchRecords(reads, "   ", firm.people.chen)).toEqual([]);
  });
});
