import { randomUUID } from "node:crypto";
import type { Json } from "@sluice/process";
import { createReads, getRecord, listRecords, type Reads } from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";

type Fields = Readonly<Record<string, Json>>;
type Type = "customer" | "contact" | "product" | "priceBook" | "costSheet" | "quote" | "order" | "territory";

/** Written by hand: what each person may do with Chen Rui's records (Tom's products and price books, Mei's territories). c r p d: create, read, patch, delete. */
const expected: Readonly<Record<StaffName, Readonly<Record<Type, string>>>> = {
  mei: {
    customer: "crpd",
    contact: "crpd",
    product: "crpd",
    priceBook: "crpd",
    costSheet: "crpd",
    quote: "crpd",
    order: "crpd",
    territory: "crpd",
  },
  chen: {
    customer: "crpd",
    contact: "crpd",
    product: "-r--",
    priceBook: "-r--",
    costSheet: "cr--",
    quote: "crpd",
    order: "cr--",
    territory: "-r--",
  },
  sofia: {
    customer: "cr--",
    contact: "cr--",
    product: "-r--",
    priceBook: "-r--",
    costSheet: "----",
    quote: "c---",
    order: "----",
    territory: "-r--",
  },
  wang: {
    customer: "crpd",
    contact: "crpd",
    product: "-r--",
    priceBook: "-r--",
    costSheet: "cr--",
    quote: "crpd",
    order: "crp-",
    territory: "-r--",
  },
  li: {
    customer: "-r--",
    contact: "----",
    product: "-r--",
    priceBook: "-r--",
    costSheet: "crp-",
    quote: "-r--",
    order: "----",
    territory: "-r--",
  },
  zhao: {
    customer: "-r--",
    contact: "-r--",
    product: "-r--",
    priceBook: "-r--",
    costSheet: "-rp-",
    quote: "-r--",
    order: "-r--",
    territory: "-r--",
  },
  tom: {
    customer: "----",
    contact: "----",
    product: "crpd",
    priceBook: "crpd",
    costSheet: "----",
    quote: "-r--",
    order: "----",
    territory: "-r--",
  },
  gao: {
    customer: "-r--",
    contact: "-r--",
    product: "-r--",
    priceBook: "-r--",
    costSheet: "-r--",
    quote: "-r--",
    order: "-r--",
    territory: "-r--",
  },
};

describe("who may do what with whose records", () => {
  let firm: TestFirm;
  let reads: Reads;
  let customer: string;
  beforeAll(async () => {
    firm = await aFirm();
    reads = createReads(firm.pool);
    customer = await firm.aCustomer();
  });
  afterAll(() => firm.close());

  const create = async (type: Type, fields: Fields, by: StaffName): Promise<string> =>
    String((await firm.door.createRecord(type, { commandId: randomUUID(), fields }, firm.as(by))).recordId);
  const aQuote = () => create("quote", { name: "Line", customer, currency: "CNY" }, "chen");

  /** What is needed to make a record of a type, beside what belongs to Chen Rui. */
  const wishes: Readonly<Record<Type, () => Promise<Fields>>> = {
    customer: async () => ({ name: "Client" }),
    contact: async () => ({ name: "Ann", customer }),
    product: async () => ({ sku: randomUUID(), name: "Valve", unit: "pcs", listPrice: "1", currency: "CNY" }),
    priceBook: async () => ({ name: "Prices", currency: "CNY" }),
    costSheet: async () => ({ quote: await aQuote(), currency: "CNY", rateDate: "2026-11-01" }),
    quote: async () => ({ name: "Line", customer, currency: "CNY" }),
    order: async () => ({ quote: await aQuote() }),
    territory: async () => ({ name: "North" }),
  };
  const patches: Readonly<Record<Type, () => Fields>> = {
    customer: () => ({ note: "x" }),
    contact: () => ({ note: "x" }),
    product: () => ({ description: "x" }),
    priceBook: () => ({ active: false }),
    costSheet: () => ({ validUntil: "2030-01-01" }),
    quote: () => ({ note: "x" }),
    order: () => ({ owner: firm.people.chen }),
    territory: () => ({ note: "x" }),
  };
  /** An order stands behind a whole life cycle; here only who may touch it counts, so its row is put there. */
  const anOrder = async (): Promise<string> => {
    const id = randomUUID();
    await firm.rows(
      `INSERT INTO sales_order (id, number, owner_id, department_id, quote_id, customer_id, currency, total)
       SELECT $1, $2, q.owner_id, q.department_id, q.id, q.customer_id, q.currency, 0 FROM quote q WHERE q.id = $3`,
      [id, id, await aQuote()],
    );
    return id;
  };
  const theirs = async (type: Type): Promise<string> => {
    if (type === "order") return anOrder();
    const makers: Partial<Record<Type, StaffName>> = { product: "tom", priceBook: "tom", territory: "mei" };
    return create(type, await wishes[type](), makers[type] ?? "chen");
  };

  const SHUT = new Set(["NOT_ALLOWED", "NOT_FOUND", "REFERENCE_MISSING", "FIELD_NOT_ALLOWED"]);
  const isOpen = (codes: readonly string[]): boolean => !codes.some((code) => SHUT.has(code));

  const cases = (Object.keys(expected) as StaffName[]).flatMap((person) =>
    (Object.keys(expected[person]) as Type[]).map((type) => ({ person, type, rights: expected[person][type] })),
  );
  it.each(cases)("$person, $type: $rights", async ({ person, type, rights }) => {
    const [mine, id] = [await wishes[type](), await theirs(type)];
    const as = firm.as(person);

    const creates = isOpen(await codesOf(firm.door.createRecord(type, { commandId: randomUUID(), fields: mine }, as)));
    const gets = isOpen(await codesOf(getRecord(reads, { type, id }, as.personId)));
    const lists = (await listRecords(reads, { type, personId: as.personId, limit: 100 })).items.some(
      (row) => row.id === id,
    );
    const patched = isOpen(
      await codesOf(
        firm.door.patchRecord(type, { commandId: randomUUID(), id, version: 1, fields: patches[type]() }, as),
      ),
    );
    const [row] = await firm.rows<{ version: number }>(
      `SELECT version FROM ${type === "order" ? "sales_order" : type.replace(/[A-Z]/u, (letter) => `_${letter.toLowerCase()}`)} WHERE id = $1`,
      [id],
    );
    const deletes = isOpen(
      await codesOf(firm.door.deleteRecord(type, { commandId: randomUUID(), id, version: Number(row?.version) }, as)),
    );

    expect([creates ? "c" : "-", gets ? "r" : "-", patched ? "p" : "-", deletes ? "d" : "-"].join("")).toBe(rights);
    expect(lists).toBe(gets);
  });
});
