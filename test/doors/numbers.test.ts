import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { recordSchemas, type RecordTypeKey } from "@sluice/domain";
import type { Json } from "@sluice/process";
import { createReads, getRecord, searchRecords } from "@sluice/records";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase } from "../support/aDatabase.ts";
import { aFirm, type TestFirm } from "../support/aFirm.ts";

const MIGRATION = new URL("../../packages/records/prisma/migrations/0010_numbers/migration.sql", import.meta.url);

describe("human numbers", () => {
  let firm: TestFirm;
  beforeAll(async () => {
    firm = await aFirm();
  });
  afterAll(() => firm.close());

  it.each(Object.values(recordSchemas))("$type has a series of its own", ({ numberPrefix, fields }) => {
    expect(numberPrefix).toMatch(/^[A-Z]{1,2}$/u);
    expect(fields["number"]).toMatchObject({ derived: true, sortable: true, filterable: true });
  });

  it("are given in order, and found as they are typed", async () => {
    const reads = createReads(firm.pool);
    const customer = await firm.aCustomer();
    const wanted: readonly (readonly [RecordTypeKey, Readonly<Record<string, Json>>])[] = [
      ["customer", { name: "Hartmann" }],
      ["contact", { name: "Ann", customer }],
      ["product", { sku: randomUUID(), name: "Valve", unit: "pcs", listPrice: "1", currency: "CNY" }],
      ["priceBook", { name: "Book", currency: "CNY" }],
      ["territory", { name: "North" }],
    ];
    for (const [type, fields] of wanted) {
      const numbers: string[] = [];
      for (const sku of [randomUUID(), randomUUID()]) {
        const given = type === "product" ? { ...fields, sku } : fields;
        const made = await firm.door.createRecord(type, { commandId: randomUUID(), fields: given }, firm.as("mei"));
        const ref = { type, id: String(made.recordId) };
        const number = (await getRecord(reads, ref, firm.people.mei)).number ?? "";
        expect(number).toMatch(new RegExp(`^${String(recordSchemas[type].numberPrefix)}-\\d{4}-\\d{6}$`, "u"));
        const found = await searchRecords(reads, number.toLowerCase(), firm.people.mei);
        expect(found.map((it) => it.id)).toContain(ref.id);
        numbers.push(number);
      }
      const [first, second] = numbers.map((number) => Number(number.slice(-6)));
      expect(second).toBe(Number(first) + 1);
    }
  });

  it("are given to what was made before there were numbers, in that order, and the series goes on", async () => {
    await using db = await aDatabase();
    const client = new pg.Client({ connectionString: db.ownerUrl });
    await client.connect();
    try {
      for (const table of ["customer", "contact", "product", "price_book"])
        await client.query(`ALTER TABLE ${table} DROP COLUMN number; DROP SEQUENCE ${table}_number`);
      await client.query(
        `INSERT INTO customer (name, owner_id, department_id, tokens, created_at)
         SELECT name, uuidv7(), uuidv7(), '{}', at FROM (VALUES
           ('third', timestamptz '2026-02-01T00:00:00Z'), ('first', '2025-12-31T23:59:59Z'), ('second', '2026-01-01T00:00:00Z')) AS it (name, at)`,
      );
      await client.query(await readFile(MIGRATION, "utf8"));
      const { rows } = await client.query("SELECT name, number FROM customer ORDER BY created_at");
      expect(rows).toEqual([
        { name: "first", number: "CU-2025-000001" },
        { name: "second", number: "CU-2026-000002" },
        { name: "third", number: "CU-2026-000003" },
      ]);
      const next = await client.query("SELECT nextval('customer_number')::int AS next");
      expect(next.rows).toEqual([{ next: 4 }]);
      const typed = await client.query("SELECT name FROM customer WHERE tokens @> ARRAY['cu', '2026', '000003']");
      expect(typed.rows).toEqual([{ name: "third" }]);
    } finally {
      await client.end();
    }
  });
});
