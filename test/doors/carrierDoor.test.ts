import { randomUUID } from "node:crypto";
import type { CaseRef } from "@sluice/contracts";
import type { Intervention } from "@sluice/process";
import { rotateEpoch, runTransaction } from "@sluice/records";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parting } from "../faults/carrier/courier.ts";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { askingErrand, errand, undoableErrand } from "../support/processes.ts";

const HOUR_MS = 3_600_000;
const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

describe("the carrier's side of the door", () => {
  const noon = "2026-11-02T04:00:00.000Z";
  let firm: TestFirm;
  let ref: CaseRef;

  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(errand);
  });
  afterAll(() => firm.close());
  const start = async (process: string) => {
    const recordId = await firm.aCustomer();
    const started = await firm.door.startCase(
      { commandId: randomUUID(), process, recordType: "customer", recordId },
      firm.as("chen"),
    );
    ref = { caseId: String(started.caseId), epoch: await firm.carrier.epoch() };
  };
  beforeEach(async () => {
    firm.clock.set(noon);
    await start("errand");
  });

  const act = async (
    ...acts: readonly ({ readonly do: "claim" | "release" } | { readonly do: "complete"; readonly outcome: string })[]
  ) => {
    const [task] = await firm.rows<{ id: string }>("SELECT id FROM task WHERE case_id = $1 AND kind = 'task'", [
      ref.caseId,
    ]);
    for (const it of acts)
      await firm.door.actOnTask({ commandId: randomUUID(), taskId: String(task?.id), act: it }, firm.as("chen"));
  };
  const call = () => act({ do: "claim" }, { do: "complete", outcome: "called" });
  const outbox = async () => (await firm.rows("SELECT id FROM outbox WHERE case_id = $1", [ref.caseId])).length;
  const armedAt = async () =>
    (await firm.rows<{ armed_at: string | null }>('SELECT armed_at FROM "case" WHERE id = $1', [ref.caseId]))[0]
      ?.armed_at;
  const effect = async () =>
    (
      await firm.rows<{ key: string; status: string; attempts: number }>(
        "SELECT key, status, attempts FROM effect WHERE case_id = $1",
        [ref.caseId],
      )
    )[0];
  const intervene = (act: Intervention) =>
    firm.door.intervene({ commandId: randomUUID(), caseId: ref.caseId, act, reason: "needed" }, firm.as("mei"));
  const retryIncident = async () => {
    const [incident] = await firm.rows<{ key: string; code: string; node: string }>(
      "SELECT key, code, node FROM incident WHERE case_id = $1 AND cleared_at IS NULL",
      [ref.caseId],
    );
    await intervene({ do: "retry", incident: String(incident?.key) });
    return incident;
  };
  const seq = async () => (await firm.carrier.directiveOf(ref.caseId))?.seq;

  it("is told of an alarm once, and not again while it stands", async () => {
    expect(await outbox()).toBe(1);
    expect(await armedAt()).toBe(later(noon, HOUR_MS));
    await act({ do: "claim" });
    expect(await outbox()).toBe(1);
  });

  it("holds the alarm it was handed last: none handed, and the next is sent however late it is", async () => {
    await intervene({ do: "suspend" });
    expect([await outbox(), await armedAt()]).toEqual([1, later(noon, HOUR_MS)]);
    expect(await firm.carrier.directiveOf(ref.caseId)).toMatchObject({ alarmAt: null });
    expect(await armedAt()).toBeNull();
    firm.clock.set(later(noon, HOUR_MS / 2));
    await intervene({ do: "resume" });
    expect([await outbox(), await armedAt()]).toEqual([2, later(noon, 1.5 * HOUR_MS)]);
  });

  it("asks a person instead of beginning twice what may have happened, and tells its carrier by the answer alone", async () => {
    await firm.publish(askingErrand);
    await start("askingErrand");
    await call();
    const key = String((await effect())?.key);
    await firm.carrier.begin(ref, key);
    const sent = await outbox();
    expect(await firm.carrier.begin(ref, key)).toMatchObject({
      verdict: "superseded",
      answer: { verdict: "current", directive: { effects: [], alarmAt: null, ended: false } },
    });
    expect([(await effect())?.status, await outbox()]).toEqual(["asking", sent]);
    expect(await retryIncident()).toMatchObject({ code: "EFFECT_OUTCOME_UNKNOWN", node: "thank" });
    expect(await firm.carrier.begin(ref, key)).toMatchObject({ verdict: "begin", input: { subject: "Thank you" } });
  });

  it("takes an old bell for nothing, and is told when to ring", async () => {
    const before = await seq();
    const answer = await firm.carrier.alarmRang(ref, later(noon, HOUR_MS / 2));
    expect(answer).toMatchObject({ verdict: "current", directive: { alarmAt: later(noon, HOUR_MS), seq: before } });
  });

  it("rings once however often it is told", async () => {
    await firm.carrier.alarmRang(ref, later(noon, HOUR_MS));
    const once = await seq();
    await firm.carrier.alarmRang(ref, later(noon, HOUR_MS));
    expect(await seq()).toBe(once);
    expect(await outbox()).toBe(1);
  });

  it("does an effect once: wanted, begun, done", async () => {
    await call();
    expect(await outbox()).toBe(2);
    const key = String((await effect())?.key);
    expect(await firm.carrier.begin(ref, key)).toMatchObject({
      verdict: "begin",
      block: "mail",
      attempt: 1,
      input: { subject: "Thank you" },
    });
    expect(await firm.carrier.begin(ref, key)).toMatchObject({ verdict: "begin", attempt: 2 });
    const done = await firm.carrier.done(ref, key, { messageId: "m" });
    expect(done).toMatchObject({ verdict: "current", directive: { ended: true, effects: [], alarmAt: null } });
    expect(await firm.carrier.done(ref, key, { messageId: "m" })).toEqual(done);
    expect(await firm.carrier.failed(ref, key, "late", false)).toEqual(done);
    expect(await firm.carrier.begin(ref, key)).toEqual({ verdict: "superseded", answer: done });
    expect(await outbox()).toBe(2);
  });

  it("keeps what happened although nobody wanted it any more", async () => {
    await call();
    const key = String((await effect())?.key);
    await firm.carrier.begin(ref, key);
    await intervene({ do: "cancel" });
    expect((await effect())?.status).toBe("unwanted");
    await firm.carrier.done(ref, key, { messageId: "m" });
    expect((await effect())?.status).toBe("happenedAnyway");
  });

  it("undoes what happened anyway, with what it was given and what it answered", async () => {
    await firm.publish(undoableErrand);
    await start("undoableErrand");
    await call();
    const key = String((await effect())?.key);
    await firm.carrier.begin(ref, key);
    await intervene({ do: "cancel" });
    const answer = await firm.carrier.done(ref, key, { status: 201, answer: { id: 41 } });
    const undoing = answer.verdict === "current" ? String(answer.directive.effects[0]?.key) : "";
    expect(await firm.carrier.begin(ref, undoing)).toMatchObject({
      verdict: "begin",
      block: "webhook",
      input: { undoes: key, url: "https://erp.example/orders", payload: { order: 7 }, answer: { answer: { id: 41 } } },
    });
  });

  it("sends the failed mail of a case that has ended when an admin says so", async () => {
    await firm.publish(parting);
    await start("parting");
    const key = String((await effect())?.key);
    await firm.carrier.begin(ref, key);
    expect(await firm.carrier.failed(ref, key, "no such address", false)).toMatchObject({
      directive: { ended: true, effects: [] },
    });
    expect(await retryIncident()).toMatchObject({ code: "EFFECT_FAILED", node: "write" });
    expect(await firm.carrier.directiveOf(ref.caseId)).toMatchObject({ ended: true, effects: [{ key }] });
    expect(await firm.carrier.begin(ref, key)).toMatchObject({ verdict: "begin", attempt: 2 });
  });

  it("waits for another try when the quick ones failed", async () => {
    await call();
    const key = String((await effect())?.key);
    await firm.carrier.begin(ref, key);
    const answer = await firm.carrier.failed(ref, key, "connection refused", false);
    expect(answer).toMatchObject({ verdict: "current", directive: { effects: [], ended: false } });
    const alarmAt = answer.verdict === "current" ? String(answer.directive.alarmAt) : "";
    firm.clock.set(alarmAt);
    expect(await firm.carrier.alarmRang(ref, alarmAt)).toMatchObject({ directive: { effects: [{ key }] } });
  });

  it("supersedes the runs of an older epoch, and sends everything wanted again", async () => {
    await runTransaction(firm.house, (tx) => rotateEpoch(tx.db));
    expect(await firm.carrier.alarmRang(ref, later(noon, HOUR_MS))).toEqual({ verdict: "superseded" });
    expect(await firm.carrier.begin(ref, "any")).toEqual({
      verdict: "superseded",
      answer: { verdict: "superseded" },
    });
    expect(await outbox()).toBe(2);
    expect(await armedAt()).toBeNull();
  });

  it("never stamps a step before the one it follows", async () => {
    firm.clock.set(later(noon, -HOUR_MS));
    await act({ do: "claim" });
    const stamps = await firm.rows<{ at: string }>("SELECT at FROM case_event WHERE case_id = $1 ORDER BY seq", [
      ref.caseId,
    ]);
    expect(stamps.map((it) => it.at)).toEqual([noon, noon]);
  });
});
