import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aTemporal } from "../../support/index.ts";
import { aCourierFirm, type CourierFirm } from "./aCourierFirm.ts";
import { type Aim, spawnWorker } from "./spawnWorker.ts";

let courier: CourierFirm;
let address: string;
const AIMS: readonly Aim[] = [
  "beforeBegin",
  "afterBegin",
  "afterWork",
  "duringCommit",
  "afterCommit",
  "beforeAlarm",
  "afterAlarm",
];
const CASES_EACH = 2;

beforeAll(async () => {
  ({ address } = await aTemporal());
  courier = await aCourierFirm(address);
}, 120_000);
afterAll(() => courier[Symbol.asyncDispose]());

describe("workers that are killed, one after the other, between every two of alarm, begin, work, commit and return", () => {
  it("leave nothing undone and nothing done twice", { timeout: 240_000 }, async () => {
    const { url } = courier.firm.db;
    const ids: string[] = [];
    for (const aim of AIMS) {
      const doomed = await spawnWorker({ url, address, aim });
      ids.push(...(await courier.start("courier", CASES_EACH)));
      expect(await doomed.ended, aim).toBe("SIGKILL");
    }
    const last = await spawnWorker({ url, address });
    try {
      await courier.untilOver(ids, 120_000);
    } finally {
      await last.kill();
    }

    expect([...courier.sink.distinct()].map((key) => key.split(":")[0] ?? "").toSorted()).toEqual(ids.toSorted());
    const mails = await courier.firm.rows<{ case_id: string }>(
      "SELECT case_id FROM mail_outbox WHERE case_id = ANY($1)",
      [ids],
    );
    expect(mails.map((mail) => mail.case_id).toSorted()).toEqual(ids.toSorted());
    const dones = await courier.firm.rows<{ done: number }>(
      "SELECT count(*)::int AS done FROM case_event WHERE case_id = ANY($1) AND event ->> 'type' = 'effectDone' GROUP BY case_id",
      [ids],
    );
    expect(dones.map(({ done }) => done)).toEqual(ids.map(() => 2));
  });
});
