import { forgetTurn } from "@sluice/relay";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { analyzed } from "../support/analyzed.ts";

const DAYS = 30;

describe("ids that other systems sent", () => {
  let firm: TestFirm;
  beforeAll(async () => {
    firm = await aFirm();
  });
  afterAll(() => firm[Symbol.asyncDispose]());

  const hear = (count: number, name: string, age: string) =>
    firm.rows(
      `INSERT INTO heard (source, id, input_hash, at)
       SELECT 'webhook', $1 || n, 'x', now() - $2::interval FROM generate_series(1, $3::int) n`,
      [name, age, count],
    );
  const kept = async (): Promise<readonly string[]> =>
    (await firm.rows<{ id: string }>("SELECT id FROM heard ORDER BY id")).map(({ id }) => id);

  it("are forgotten past their days, in bounded batches, and those within them never", async () => {
    await hear(1_500, "old", "31 days");
    await hear(1, "young", "29 days 23 hours");
    expect(await forgetTurn(firm.pool, { days: DAYS })).toBe(true);
    expect(await kept()).toHaveLength(501);
    expect(await forgetTurn(firm.pool, { days: DAYS })).toBe(false);
    expect(await kept()).toEqual(["young1"]);
    expect(await forgetTurn(firm.pool, { days: DAYS })).toBe(false);
  });

  it("are forgotten by several at once, each once", async () => {
    await hear(900, "more", "40 days");
    await Promise.all([forgetTurn(firm.pool, { days: DAYS }), forgetTurn(firm.pool, { days: DAYS })]);
    expect(await kept()).toEqual(["young1"]);
  });

  it("are found by their age, not by looking through all", async () => {
    await hear(20_000, "kept", "1 day");
    await analyzed(firm, "heard");
    const plan = await firm.rows<{ "QUERY PLAN": string }>(
      "EXPLAIN SELECT source, id FROM heard WHERE at < now() - interval '30 days' ORDER BY at LIMIT 1000",
    );
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("heard_at_idx");
  });
});
