import pg from "pg";
import type { TestDatabase } from "../../../test/support/aDatabase.ts";
import { aFirm } from "../../../test/support/aFirm.ts";

/** Rows of each type of record. */
export const ROWS = 100_000;

/** Twelve departments below sales, with five people each: whose the records are. */
const PEOPLE = `
WITH sales AS (SELECT id, path FROM department WHERE name ->> 'en' = 'Sales'),
below AS (
  INSERT INTO department (id, name, parent_id, path)
  SELECT it.id, jsonb_build_object('en', 'Team ' || n, 'zh', n || ' 组'), sales.id, sales.path || it.id
  FROM sales, (SELECT n, uuidv7() AS id FROM generate_series(1, 12) AS n) AS it RETURNING id
)
INSERT INTO person (id, name, email, roles, department_id)
SELECT uuidv7(), 'Rep ' || n || ' ' || below.id, n || '@' || below.id || '.example', ARRAY['rep'], below.id
FROM below, generate_series(1, 5) AS n`;

/** Every record's owner, department, and the instants that it was made and changed at. */
const OWNED = "owner_id, department_id, tokens, created_at, created_by, updated_at";
const OF_ROW = `
  p.id, p.department_id, ARRAY['t' || n % 997, 'u' || n % 89],
  timestamptz '2025-01-01' + n * interval '5 minutes', p.id, timestamptz '2025-01-01' + (n * 7919 % ${ROWS}) * interval '5 minutes'`;
const FROM = `
FROM generate_series(1, ${ROWS}) AS n
JOIN (SELECT id, department_id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS people FROM person) AS p
  ON p.place = n * 31 % p.people`;
const nth = (table: string): string =>
  `JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place FROM ${table}) AS ${table}_of ON ${table}_of.place = n`;
const NAME = "'Firm ' || n * 4831 % 65537 || ' ' || n";

const FILLS: readonly string[] = [
  `INSERT INTO customer (number, name, grade, industry, ${OWNED}) SELECT 'CU-' || lpad(n::text, 7, '0'), ${NAME}, chr(65 + n % 3), 'Valves', ${OF_ROW} ${FROM}`,
  `INSERT INTO contact (number, customer_id, name, phone, ${OWNED}) SELECT 'CT-' || lpad(n::text, 7, '0'), customer_of.id, ${NAME}, '138' || n, ${OF_ROW} ${FROM} ${nth("customer")}`,
  `INSERT INTO product (number, sku, name, unit, list_price, currency, ${OWNED}) SELECT 'P-' || lpad(n::text, 7, '0'), 'S-' || n, ${NAME}, 'pcs', n * 4831 % 9973, 'CNY', ${OF_ROW} ${FROM}`,
  `INSERT INTO price_book (number, name, currency, valid_until, ${OWNED}) SELECT 'PB-' || lpad(n::text, 7, '0'), ${NAME}, 'CNY', CASE WHEN n % 4 > 0 THEN date '2026-01-01' + n % 700 END, ${OF_ROW} ${FROM}`,
  `INSERT INTO territory (number, name, ${OWNED}) SELECT 'T-' || lpad(n::text, 7, '0'), ${NAME}, ${OF_ROW} ${FROM}`,
  `INSERT INTO quote (name, customer_id, currency, valid_until, total, number, stage, ${OWNED})
   SELECT ${NAME}, customer_of.id, 'CNY', CASE WHEN n % 4 > 0 THEN date '2026-01-01' + n % 700 END, CASE WHEN n % 5 > 0 THEN n * 4831 % 99991 END, 'Q-' || lpad(n::text, 7, '0'), 'draft', ${OF_ROW} ${FROM} ${nth("customer")}`,
  `INSERT INTO cost_sheet (quote_id, currency, rate_date, valid_until, number, stage, ${OWNED})
   SELECT quote_of.id, 'CNY', date '2026-01-01', CASE WHEN n % 4 > 0 THEN date '2026-01-01' + n % 700 END, 'C-' || lpad(n::text, 7, '0'), 'costing', ${OF_ROW} ${FROM} ${nth("quote")}`,
  `INSERT INTO sales_order (quote_id, customer_id, currency, total, number, stage, ${OWNED})
   SELECT quote_of.id, customer_of.id, 'CNY', CASE WHEN n % 5 > 0 THEN n * 4831 % 99991 END, 'O-' || lpad(n::text, 7, '0'), 'new', ${OF_ROW} ${FROM} ${nth("quote")} ${nth("customer")}`,
  "UPDATE quote SET cost_sheet_id = cost_sheet.id FROM cost_sheet WHERE cost_sheet.quote_id = quote.id AND quote.total IS NOT NULL",
  `INSERT INTO "case" (id, process_key, version, plan_hash, kind, record_type, record_id, seq, status, stage_key, stage_name, state, last_event_at, opened_at)
   SELECT uuidv7(), 'quote', 1, 'none', 'lifeCycle', 'quote', id, 1, 'running', 'draft', '{"en": "Draft", "zh": "草稿"}', '{}', created_at, created_at FROM quote`,
];

/** One of a hundred was deleted. */
const DELETES = ["customer", "contact", "product", "price_book", "quote", "cost_sheet", "sales_order", "territory"].map(
  (table) => `UPDATE ${table} SET deleted_at = updated_at WHERE right(number, 2) = '00'`,
);

/** Fills every list to its length. */
export const fillLists = async (db: TestDatabase): Promise<void> => {
  const firm = await aFirm({ db });
  await firm.pool.end();
  const client = new pg.Client({ connectionString: db.ownerUrl });
  await client.connect();
  try {
    await client.query(PEOPLE);
    for (const fill of [...FILLS, ...DELETES]) await client.query(fill);
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
};
