import { businessRecordTypes, createPool, createReads, listRecords, type ListWish } from "@sluice/records";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listenTo } from "../../bench/benchParts/ground/listen.ts";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";

const MANY = 20_000;
/** One of so many was deleted. */
const ONE_OF = 200;

describe("deleted records", () => {
  let firm: TestFirm;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.rows(
      `INSERT INTO customer (number, name, owner_id, department_id, updated_at, deleted_at)
       SELECT 'D-' || n, 'Customer ' || n, p.id, p.department_id, at, CASE WHEN n % ${ONE_OF} = 0 THEN at END
       FROM generate_series(1, ${MANY}) AS n
       CROSS JOIN LATERAL (SELECT timestamptz '2026-01-01' + (n * 7919 % ${MANY}) * interval '1 minute' AS at) AS t
       JOIN (SELECT id, department_id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS people FROM person) AS p
         ON p.place = n / ${ONE_OF} % p.people`,
    );
    const owner = new pg.Client({ connectionString: firm.db.ownerUrl });
    await owner.connect();
    await owner.query("ANALYZE customer");
    await owner.end();
  });
  afterAll(() => firm.close());

  it.each<{ who: StaffName; whose: string }>([
    { who: "mei", whose: "everybody's" },
    { who: "wang", whose: "those of the departments below" },
    { who: "chen", whose: "their own" },
  ])(`are read in order from an index among ${MANY}: $whose`, async ({ who }) => {
    const pool = createPool(firm.db.url, { size: 1 });
    const heard = listenTo(pool);
    const reads = createReads(pool);
    const sort = { field: "updatedAt", direction: "desc" } as const;
    const page = async (wish: Partial<ListWish> = {}) => {
      heard.splice(0);
      const found = await listRecords(reads, {
        type: "customer",
        personId: firm.people[who],
        deleted: true,
        limit: 5,
        sort,
        ...wish,
      });
      const statement = heard.find(({ text }) => text.includes("AS stretch"));
      const rows = await firm.rows<{ "QUERY PLAN": string }>(
        `EXPLAIN ${statement?.text ?? ""}`,
        statement?.values ?? [],
      );
      return { ...found, plan: rows.map((row) => row["QUERY PLAN"]).join("\n") };
    };
    try {
      const first = await page();
      const second = await page({ cursor: first.nextCursor ?? "" });
      const times = [...first.items, ...second.items].map(({ fields }) => fields["updatedAt"] as string);
      expect(times).toEqual(times.toSorted().toReversed());
      expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(10);
      for (const { plan } of [first, second]) {
        expect(plan).toMatch(/Index.* customer_(own_)?deleted_idx/u);
        expect(plan).not.toContain("Seq Scan on customer");
      }
    } finally {
      await pool.end();
    }
  });

  it("have these indexes for every type of record", async () => {
    const indexes = await firm.rows<{ name: string }>(
      `SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'public'
       AND indexdef ~ '[(](owner_id, )?updated_at, id[)] WHERE [(]deleted_at IS NOT NULL[)]$'`,
    );
    expect(indexes.map(({ name }) => name).toSorted()).toEqual(
      businessRecordTypes.flatMap(({ table }) => [`${table}_deleted_idx`, `${table}_own_deleted_idx`]).toSorted(),
    );
  });
});
