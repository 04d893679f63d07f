import type { EffectWork, Ending } from "@sluice/activities";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../../support/index.ts";
import { aCarrierStage, type CarrierStage } from "./aCarrierStage.ts";
import { aGate } from "./aGate.ts";
import { aScriptedDoor, type ScriptedDoor } from "./aScriptedDoor.ts";

let door: ScriptedDoor;
let stage: CarrierStage;
const endings = new Map<string, (attempt: number) => Ending | Promise<Ending>>();
const attempts = new Map<string, number>();
const probe = {
  perform: async ({ idempotencyKey }: EffectWork): Promise<Ending> => {
    const attempt = (attempts.get(idempotencyKey) ?? 0) + 1;
    attempts.set(idempotencyKey, attempt);
    return (await endings.get(idempotencyKey)?.(attempt)) ?? { ending: "done", output: {} };
  },
};
const soon = (ms: number): string => new Date(Date.now() + ms).toISOString();

beforeAll(async () => {
  stage = await aCarrierStage((epoch) => (door = aScriptedDoor(epoch)), { probe });
}, 120_000);
afterAll(() => stage[Symbol.asyncDispose]());

describe("carrier", () => {
  it("performs what is wanted and ends when nothing is", async () => {
    const it = door.aCase("plain", { effects: ["a", "b"] });

    const run = await stage.signal("plain", door.directive("plain"));
    await run.result();

    expect([...it.effects.values()].map(({ status, begins }) => [status, begins])).toEqual([
      ["done", 1],
      ["done", 1],
    ]);
  });

  it("rings an alarm once it is due, not before", async () => {
    const alarmAt = soon(700);
    const it = door.aCase("alarm", { alarmAt });

    await (await stage.signal("alarm", door.directive("alarm"))).result();

    expect(it.rang).toEqual([alarmAt]);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(alarmAt));
  });

  it("rings an earlier alarm that comes later", async () => {
    const it = door.aCase("earlier", { alarmAt: soon(3_600_000) });
    const run = await stage.signal("earlier", door.directive("earlier"));
    await eventually(
      () => run.fetchHistory(),
      (history) => (history.events ?? []).some(({ timerStartedEventAttributes: timer }) => timer),
    );

    it.alarmAt = soon(200);
    it.seq = 2;
    const { alarmAt } = it;
    await stage.signal("earlier", door.directive("earlier"));
    await run.result();

    expect(it.rang).toEqual([alarmAt]);
  });

  it("lets the old bell of a moved alarm ring, and is told the next", async () => {
    const [first, second] = [soon(300), soon(1_500)];
    const it = door.aCase("later", { alarmAt: first });
    const ring = door.alarmRang.bind(door);
    door.alarmRang = async (ref, dueAt) => {
      if (ref.caseId === "later" && it.rang.length === 0) Object.assign(it, { alarmAt: second, seq: 2 });
      return ring(ref, dueAt);
    };
    await stage.signal("later", door.directive("later"));

    await stage.client.workflow.getHandle(`${stage.epoch}:case:later`).result();

    expect(it.rang).toEqual([first, second]);
  });

  it("ignores a directive that is older than the one it holds", async () => {
    const it = door.aCase("older", { alarmAt: soon(1_000) });
    it.seq = 7;
    const run = await stage.signal("older", door.directive("older"));
    await stage.signal("older", { ...door.directive("older"), seq: 6, alarmAt: null });

    await run.result();

    expect(it.rang).toHaveLength(1);
  });

  it("tells the door when five quick attempts are used up", { timeout: 60_000 }, async () => {
    const it = door.aCase("failing", { effects: ["x"] });
    endings.set("failing:x", () => ({ ending: "notDone", reason: "nobody answers", again: true }));

    await (await stage.signal("failing", door.directive("failing"))).result();

    expect(attempts.get("failing:x")).toBe(5);
    expect(it.failed).toEqual([{ key: "x", reason: "nobody answers", outcomeUnknown: false }]);
  });

  it("does not repeat what cannot succeed", async () => {
    const it = door.aCase("final", { effects: ["x"] });
    endings.set("final:x", () => ({ ending: "notDone", reason: "no such address", again: false }));

    await (await stage.signal("final", door.directive("final"))).result();

    expect([attempts.get("final:x"), it.failed.length]).toEqual([1, 1]);
  });

  it("ends when the door answers that its epoch is over", async () => {
    const it = door.aCase("superseded", { alarmAt: soon(300), effects: [] });
    door.currentEpoch = "another";
    try {
      await (await stage.signal("superseded", door.directive("superseded"))).result();
    } finally {
      door.currentEpoch = stage.epoch;
    }

    expect(it.rang).toEqual([]);
  });

  it("awaits a cancelled effect, and what it did is told", async () => {
    const it = door.aCase("cancelled", { effects: ["x"] });
    const reached = aGate();
    const gate = aGate();
    endings.set("cancelled:x", async () => {
      reached.open();
      await gate.opened;
      return { ending: "done", output: {} };
    });
    const run = await stage.signal("cancelled", door.directive("cancelled"));
    await reached.opened;

    await stage.signal("cancelled", { ...door.directive("cancelled"), seq: 2, effects: [] });
    await eventually(
      () => run.fetchHistory(),
      (history) => (history.events ?? []).some((event) => event.activityTaskCancelRequestedEventAttributes),
    );
    gate.open();
    await run.result();

    expect(it.effects.get("x")?.status).toBe("done");
  });

  it("ends as cancelled when an operator cancels it", async () => {
    door.aCase("operator", { alarmAt: soon(3_600_000) });
    const run = await stage.signal("operator", door.directive("operator"));

    await run.cancel();

    await expect(run.result()).rejects.toThrow("cancelled");
    expect((await run.describe()).status.name).toBe("CANCELLED");
  });

  it("asks the same thing once, and again when a signal asks again", async () => {
    const it = door.aCase("stubborn", { alarmAt: soon(100) });
    const ring = door.alarmRang.bind(door);
    door.alarmRang = async (ref, dueAt) => {
      if (ref.caseId !== "stubborn" || it.rang.length > 0) return ring(ref, dueAt);
      it.rang.push("refused");
      return { verdict: "current", directive: door.directive("stubborn") };
    };
    const run = await stage.signal("stubborn", door.directive("stubborn"));
    await eventually(
      () => run.fetchHistory(),
      ({ events }) => {
        const answered = (events ?? []).findIndex((event) => event.activityTaskCompletedEventAttributes);
        const after = answered < 0 ? [] : (events ?? []).slice(answered);
        return after.some((event) => event.workflowTaskCompletedEventAttributes);
      },
    );
    expect(it.rang).toEqual(["refused"]);

    await stage.signal("stubborn", door.directive("stubborn"));
    await run.result();

    expect(it.rang).toHaveLength(2);
  });

  it("shows operators the stage and plain words", async () => {
    door.aCase("shown", { alarmAt: "2099-01-02T03:04:05.000Z" });
    const run = await stage.signal("shown", door.directive("shown"));
    const history = await eventually(
      () => run.fetchHistory(),
      ({ events }) => (events ?? []).some((event) => event.timerStartedEventAttributes),
    );

    const timer = (history.events ?? []).find((event) => event.timerStartedEventAttributes);
    expect(Buffer.from(timer?.userMetadata?.summary?.data ?? []).toString()).toBe(
      '"Wakes the case at 2099-01-02 03:04 UTC"',
    );
    const metadata = await run.query<{ currentDetails: string }>("__temporal_workflow_metadata");
    expect(metadata.currentDetails).toBe("Scripted");
    await run.terminate();
  });
});
