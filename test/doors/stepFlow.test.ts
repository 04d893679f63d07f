import { randomUUID } from "node:crypto";
import { createReads } from "@sluice/records";
import { templates } from "@sluice/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flowOf } from "../../server/src/processes/flowOf.ts";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { aQuoteDesk } from "../support/aQuoteDesk.ts";

describe("how a step went in the last 30 days", () => {
  let firm: TestFirm;
  let caseId: string;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(...templates);
    const desk = await aQuoteDesk(firm);
    const quote = await desk.aSignedQuote();
    caseId = String((await firm.rows<{ id: string }>(`SELECT id FROM "case" WHERE record_id = $1`, [quote.id]))[0]?.id);
  });
  afterAll(() => firm.close());

  /** A stay between two instants, given in SQL. */
  const aStay = (node: string, entered: string, left: string | null) =>
    firm.rows(
      `INSERT INTO stay (id, case_id, token, node, process_key, version, entered_at, left_at)
       VALUES ($1::uuid, $2, $1::text, $3, 'flow', 1, ${entered}, ${left ?? "NULL"})`,
      [randomUUID(), caseId, node],
    );
  const flow = (node: string, filter = {}) => flowOf(createReads(firm.pool), { key: "flow", node, filter });
  const midnight = `date_trunc('day', now() AT TIME ZONE 'Asia/Shanghai') AT TIME ZONE 'Asia/Shanghai'`;

  it("counts entries by the firm's day, and who left, with the boundary and its neighbour", async () => {
    await aStay("desk", midnight, null);
    await aStay("desk", `${midnight} - interval '1 millisecond'`, null);
    await aStay("desk", `${midnight} - interval '29 days'`, midnight);
    await aStay("desk", `${midnight} - interval '29 days 1 millisecond'`, `${midnight} - interval '29 days'`);
    await aStay("desk", `${midnight} - interval '40 days'`, `${midnight} - interval '29 days 1 millisecond'`);
    await aStay("other", midnight, null);

    const { days, entered, left } = await flow("desk");

    expect(days).toHaveLength(30);
    expect([days[0]?.entered, days[28]?.entered, days[29]?.entered]).toEqual([1, 1, 1]);
    expect([entered, left]).toEqual([3, 2]);
  });

  it("tells its times in working time", async () => {
    const week = `date_trunc('week', now() AT TIME ZONE 'Asia/Shanghai') - interval '14 days'`;
    const at = (days: number, clock: string) =>
      `(${week} + interval '${days} days' + time '${clock}') AT TIME ZONE 'Asia/Shanghai'`;
    await firm.rows("DELETE FROM calendar");
    // Friday evening to Monday morning: an hour of work on either side of the weekend.
    await aStay("call", at(4, "17:00"), at(7, "10:00"));
    await aStay("call", at(1, "09:00"), at(1, "10:00"));
    await aStay("call", at(1, "09:00"), at(1, "12:00"));

    const { medianMinutes, p90Minutes, minutesPerDay } = await flow("call");

    expect([medianMinutes, p90Minutes, minutesPerDay]).toEqual([120, 180, 480]);
  });

  it("is told of the cases of a version alone", async () => {
    await aStay("desk2", midnight, `${midnight} + interval '1 hour'`);

    const [all, ofOne, ofNone] = [
      await flow("desk2"),
      await flow("desk2", { version: 1 }),
      await flow("desk2", { version: 2 }),
    ];

    expect(ofOne).toEqual(all);
    expect([all.entered, all.left]).toEqual([1, 1]);
    expect(all.medianMinutes).not.toBeNull();
    expect(ofNone).toMatchObject({ entered: 0, left: 0, medianMinutes: null, p90Minutes: null });
  });

  it("has no times where nobody has left", async () => {
    await aStay("new", midnight, null);

    expect(await flow("new")).toMatchObject({ entered: 1, left: 0, medianMinutes: null, p90Minutes: null });
  });
});
