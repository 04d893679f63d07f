import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aTemporal } from "../../support/index.ts";
import { aCourierFirm, type CourierFirm } from "./aCourierFirm.ts";
import { type Aim, spawnWorker } from "./spawnWorker.ts";

let courier: CourierFirm;
let address: string;
const CASES = 3;

beforeAll(async () => {
  ({ address } = await aTemporal());
  courier = await aCourierFirm(address);
}, 120_000);
afterAll(() => courier[Symbol.asyncDispose]());

describe("a worker that is killed", () => {
  it.each<Aim>(["afterBegin", "afterWork", "duringCommit", "afterCommit", "afterAlarm"])(
    "%s leaves nothing undone and nothing done twice",
    async (aim) => {
      const { url } = courier.firm.db;
      const doomed = await spawnWorker({ url, address, aim });
      const ids = await courier.start("courier", CASES);
      expect(await doomed.ended).toBe("SIGKILL");

      const next = await spawnWorker({ url, address });
      try {
        await courier.untilOver(ids);
      } finally {
        await next.kill();
      }

      const asked = courier.sink.requests.filter((key) => ids.some((id) => key.startsWith(id)));
      expect(new Set(asked).size).toBe(CASES);
      const mails = await courier.firm.rows("SELECT case_id FROM mail_outbox WHERE case_id = ANY($1)", [ids]);
      expect(mails.map((mail) => mail["case_id"]).toSorted()).toEqual([...ids].toSorted());
      const dones = await courier.firm.rows<{ done: number }>(
        "SELECT count(*)::int AS done FROM case_event WHERE case_id = ANY($1) AND event ->> 'type' = 'effectDone' GROUP BY case_id",
        [ids],
      );
      expect(dones.map(({ done }) => done)).toEqual(ids.map(() => 2));
    },
  );
});
