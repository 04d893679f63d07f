import { createDoor, createPool, createReads, demoPeople, demoPersonId, listRecords, seedDemo } from "@sluice/records";
import { templates } from "@sluice/templates";
import { describe, expect, it } from "vitest";
import { aDatabase } from "../support/aDatabase.ts";

describe("the demo firm", () => {
  it("is founded once, wholly through the door, and a seed cut short goes on", async () => {
    await using db = await aDatabase();
    const pool = createPool(db.url);
    const { house, door } = createDoor({ pool });
    const counts = async () => {
      const tables = [
        "customer",
        "contact",
        "product",
        "price_book",
        "quote",
        "quote_line",
        "cost_sheet",
        "person",
        "audit",
      ];
      const found = await Promise.all(
        tables.map(
          async (table) =>
            [
              table,
              Number((await pool.query<{ count: string }>(`SELECT count(*) FROM ${table}`)).rows[0]?.count),
            ] as const,
        ),
      );
      return Object.fromEntries(found);
    };
    let left = 30;
    const failing: Pick<typeof door, "createRecord"> = {
      createRecord: (...wish) => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error("the power went")) : door.createRecord(...wish);
      },
    };

    await expect(seedDemo({ house, door: failing, processes: templates })).rejects.toThrow("the power went");
    expect(await seedDemo({ house, door, processes: templates })).toBe(true);
    const once = await counts();
    expect(await seedDemo({ house, door, processes: templates })).toBe(false);

    expect(await counts()).toEqual(once);
    expect(once).toMatchObject({
      customer: 41,
      contact: 41,
      product: 60,
      price_book: 1,
      quote: 8,
      person: demoPeople.length,
    });
    const { items } = await listRecords(createReads(pool), { type: "quote", personId: demoPersonId("wang.fang") });
    expect(items.every(({ stage, title }) => stage?.key === "draft" && title !== "")).toBe(true);
    expect(
      (
        await pool.query(
          "SELECT count(*)::int AS drafts FROM task t JOIN \"case\" c ON c.id = t.case_id WHERE c.record_type = 'costSheet' AND t.status = 'open'",
        )
      ).rows,
    ).toEqual([{ drafts: 5 }]);
    await pool.end();
  });
});
