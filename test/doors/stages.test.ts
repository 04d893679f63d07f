import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { aServer, type TestServer } from "../support/aServer.ts";
import { codesOf } from "../support/codesOf.ts";
import { errand } from "../support/processes.ts";
import { watchfulStages } from "../support/watchfulStages.ts";

const HOUR_MS = 3_600_000;

describe("what a stage does as it is entered and left", () => {
  let firm: TestFirm;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(watchfulStages);
  });
  afterAll(() => firm.close());

  const started = async (fields: Readonly<Record<string, string>>) => {
    const recordId = await firm.aCustomer({ name: `Firm ${randomUUID()}`, ...fields });
    const { caseId } = await firm.door.startCase(
      { commandId: randomUUID(), process: "watchfulStages", recordType: "customer", recordId },
      firm.as("chen"),
    );
    return { recordId, caseId: String(caseId) };
  };
  const stands = async ({ recordId, caseId }: { readonly recordId: string; readonly caseId: string }) => {
    const [it] = await firm.rows<{ name: string; note: string | null; grade: string | null; stage_key: string }>(
      `SELECT c.name, c.note, c.grade, k.stage_key FROM customer c JOIN "case" k ON k.id = $2 WHERE c.id = $1`,
      [recordId, caseId],
    );
    const branches = await firm.rows("SELECT id FROM customer WHERE name = $1", [`${it?.name ?? ""} branch`]);
    return { ...it, branches: branches.length };
  };
  const go = (caseId: string) => firm.door.moveCase({ commandId: randomUUID(), caseId, move: "go" }, firm.as("chen"));
  // the grade is taken from the website, so that a website decides whether entering can be done
  const impossible = { website: "no grade" };

  it("is written with the move, in one transaction", async () => {
    const it = await started({});

    await go(it.caseId);

    const { name, ...now } = await stands(it);
    expect(now).toEqual({ note: `Left by ${name ?? ""}`, grade: "A", stage_key: "second", branches: 1 });
  });

  it("refuses a person's move whole when the record does not take it", async () => {
    const it = await started(impossible);

    expect(await codesOf(go(it.caseId))).toEqual(["INPUT_INVALID"]);

    expect(await stands(it)).toMatchObject({ note: null, grade: null, stage_key: "first", branches: 0 });
  });

  it("is an incident of a machine's move, and done once it is retried and can be", async () => {
    const it = await started(impossible);
    const ref = { caseId: it.caseId, epoch: await firm.carrier.epoch() };

    await firm.carrier.alarmRang(ref, new Date(Date.now() + 25 * HOUR_MS).toISOString());

    const [incident, ...others] = await firm.rows<{ key: string; code: string }>(
      "SELECT key, code FROM incident WHERE case_id = $1 AND cleared_at IS NULL",
      [it.caseId],
    );
    expect([incident?.code, others]).toEqual(["INPUT_INVALID", []]);
    expect(await stands(it)).toMatchObject({ note: null, grade: null, stage_key: "first", branches: 0 });

    await firm.door.patchRecord(
      "customer",
      { commandId: randomUUID(), id: it.recordId, version: 1, fields: { website: "B" } },
      firm.as("chen"),
    );
    await firm.door.intervene(
      {
        commandId: randomUUID(),
        caseId: it.caseId,
        act: { do: "retry", incident: String(incident?.key) },
        reason: "the website says B",
      },
      firm.as("mei"),
    );
    expect(await stands(it)).toMatchObject({ grade: "B", stage_key: "second", branches: 1 });
  });
});

interface StageStay {
  readonly since: string;
  readonly owners: readonly { readonly name: string }[];
  readonly until: string | null;
  readonly lateSince: string | null;
}
interface LiveNode {
  readonly node: string;
  readonly isStage: boolean;
  readonly open: number;
  readonly late: number;
}

describe("a record that is in a stage for too long", () => {
  let server: TestServer;
  let firm: TestFirm;
  let chen: Browser;
  const openedAtMs = Date.now();
  const afterHours = (hours: number): string => new Date(openedAtMs + hours * HOUR_MS).toISOString();
  beforeAll(async () => {
    server = await aServer();
    ({ firm } = server);
    await firm.publish(watchfulStages, errand);
    chen = aBrowser(server);
    await chen.signIn(server.emailOf("chen"));
    firm.clock.set(afterHours(0));
  });
  afterAll(() => server[Symbol.asyncDispose]());

  const dataOf = <Data>({ json }: { readonly json: unknown }): Data =>
    (json as { readonly result: { readonly data: Data } }).result.data;
  const stageStay = async (caseId: string) =>
    dataOf<{ stageStay: StageStay | null }>(await chen.query("cases.get", { id: caseId })).stageStay;
  const stage = async () =>
    dataOf<LiveNode[]>(await chen.query("processes.live", { key: "watchfulStages" })).find((it) => it.isStage);
  const told = (caseId: string) =>
    firm.rows<{ name: string; subject: { en: string } }>(
      "SELECT p.name, n.subject FROM notice n JOIN person p ON p.id = n.person_id WHERE n.case_id = $1 ORDER BY n.at",
      [caseId],
    );
  const rings = async (caseId: string, hours: number): Promise<void> => {
    firm.clock.set(afterHours(hours));
    await firm.carrier.alarmRang({ caseId, epoch: await firm.carrier.epoch() }, afterHours(hours));
  };

  it("counts work that is due at a step as late there, and its stage with it", async () => {
    const recordId = await firm.aCustomer();
    firm.clock.set(afterHours(-3));
    await firm.door.startCase(
      { commandId: randomUUID(), process: "errand", recordType: "customer", recordId },
      firm.as("chen"),
    );
    firm.clock.set(afterHours(0));

    expect(dataOf(await chen.query("processes.live", { key: "errand" }))).toMatchObject([
      { node: "call", isStage: false, open: 1, late: 1 },
      { node: "doing", isStage: true, open: 1, late: 1 },
    ]);
  });

  it("counts as late, and whoever answers there is told, each once; the record stays its owner's", async () => {
    const recordId = await firm.aCustomer();
    const { caseId } = await firm.door.startCase(
      { commandId: randomUUID(), process: "watchfulStages", recordType: "customer", recordId },
      firm.as("chen"),
    );
    const id = String(caseId);
    expect(await stageStay(id)).toMatchObject({
      since: afterHours(0),
      owners: [{ name: "Wang Fang" }],
      until: afterHours(12),
      lateSince: null,
    });
    expect(await stage()).toMatchObject({ node: "first", open: 1, late: 0 });

    await rings(id, 6);
    expect(await stageStay(id)).toMatchObject({ until: afterHours(12), lateSince: null });
    await rings(id, 12);
    await rings(id, 13);

    expect(await stageStay(id)).toMatchObject({ until: null, lateSince: afterHours(12) });
    expect(await stage()).toMatchObject({ node: "first", open: 1, late: 1 });
    expect(dataOf(await chen.query("processes.waiting", { key: "watchfulStages", node: "first" }))).toMatchObject([
      { caseId: id, late: true, since: afterHours(0) },
    ]);
    expect((await told(id)).map(({ name, subject }) => `${name}: ${subject.en}`)).toEqual([
      "Wang Fang: “First” is about to last too long",
      "Wang Fang: “First” has lasted too long",
    ]);
    expect(await firm.rows("SELECT owner_id FROM customer WHERE id = $1", [recordId])).toEqual([
      { owner_id: firm.people.chen },
    ]);

    await firm.door.moveCase({ commandId: randomUUID(), caseId: id, move: "go" }, firm.as("chen"));
    expect([await stageStay(id), await stage()]).toMatchObject([null, { node: "first", open: 0, late: 0 }]);
  });
});
