import type { EffectWork, Ending } from "@sluice/activities";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../../support/index.ts";
import { aCarrierStage, type CarrierStage } from "./aCarrierStage.ts";
import { aGate } from "./aGate.ts";
import { aScriptedDoor, type ScriptedDoor } from "./aScriptedDoor.ts";

let door: ScriptedDoor;
let stage: CarrierStage;
const meanwhile = new Map<string, () => Promise<void>>();
const probe = {
  perform: async ({ idempotencyKey }: EffectWork): Promise<Ending> => {
    await meanwhile.get(idempotencyKey)?.();
    return { ending: "done", output: {} };
  },
};
const after = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
const runsOf = async (caseId: string): Promise<string[]> => {
  const runs: string[] = [];
  for await (const { runId } of stage.client.workflow.list({ query: `WorkflowId = '${stage.epoch}:case:${caseId}'` }))
    runs.push(runId);
  return runs;
};

beforeAll(async () => {
  stage = await aCarrierStage((epoch) => (door = aScriptedDoor(epoch)), { probe });
}, 120_000);
afterAll(() => stage[Symbol.asyncDispose]());

describe("carrier", () => {
  it("hears every signal that comes while it ends", async () => {
    const ids = Array.from({ length: 80 }, (_, index) => `drain-${index}`);

    await Promise.all(
      ids.map(async (id, index) => {
        const it = door.aCase(id, { effects: ["first"] });
        await stage.signal(id, door.directive(id));
        await eventually(
          () => it.effects.get("first")?.status,
          (status) => status === "done",
          { every: 5 },
        );
        await after(index * 20);
        it.effects.set("second", { queue: `${stage.epoch}-people`, status: "wanted", begins: 0 });
        it.seq += 1;
        await stage.signal(id, door.directive(id));
      }),
    );

    await eventually(
      () => ids.filter((id) => door.cases.get(id)?.effects.get("second")?.status !== "done"),
      (missing) => missing.length === 0,
    );
    await eventually(
      () => Promise.all(ids.map((id) => stage.client.workflow.getHandle(`${stage.epoch}:case:${id}`).describe())),
      (runs) => runs.every((run) => run.status.name === "COMPLETED"),
    );
  });

  it("continues as new when quiet from the first limit on, and keeps its alarm", async () => {
    const alarmAt = new Date(Date.now() + 4_000).toISOString();
    const it = door.aCase("quiet", { alarmAt });
    const limits = { quietFrom: 5, regardlessAt: 50 };

    const first = await stage.signal("quiet", door.directive("quiet"), { limits });
    for (let seq = 2; seq <= 6; seq += 1) {
      it.seq = seq;
      await stage.signal("quiet", door.directive("quiet"));
    }
    await stage.client.workflow.getHandle(first.workflowId).result();

    expect(it.rang).toEqual([alarmAt]);
    const described = await stage.client.workflow.getHandle(first.workflowId, first.signaledRunId).describe();
    expect(described.status.name).toBe("CONTINUED_AS_NEW");
  });

  it("starts nothing new past the first limit while something runs", async () => {
    const gate = aGate();
    const it = door.aCase("busy", { effects: ["long"] });
    meanwhile.set("busy:long", () => gate.opened);
    const limits = { quietFrom: 3, regardlessAt: 50 };

    const first = await stage.signal("busy", door.directive("busy"), { limits });
    await eventually(
      () => it.effects.get("long")?.begins,
      (begins) => begins === 1,
    );
    it.effects.set("next", { queue: `${stage.epoch}-people`, status: "wanted", begins: 0 });
    for (let seq = 2; seq <= 5; seq += 1) {
      it.seq = seq;
      await stage.signal(
        "busy",
        seq < 4
          ? { ...door.directive("busy"), effects: door.directive("busy").effects.slice(0, 1) }
          : door.directive("busy"),
      );
    }
    const handle = stage.client.workflow.getHandle(first.workflowId, first.signaledRunId);
    await handle.query("__stack_trace");
    const beginsWhileBusy = it.effects.get("next")?.begins;
    gate.open();
    await stage.client.workflow.getHandle(first.workflowId).result();

    expect([beginsWhileBusy, it.effects.get("next")?.begins, it.effects.get("long")?.begins]).toEqual([0, 1, 1]);
    expect((await handle.describe()).status.name).toBe("CONTINUED_AS_NEW");
  });

  it("continues as new at the second limit regardless, and begins again what ran", async () => {
    const gates = [aGate(), aGate()];
    const it = door.aCase("regardless", { effects: ["long"] });
    meanwhile.set(
      "regardless:long",
      () => gates[(it.effects.get("long")?.begins ?? 1) - 1]?.opened ?? Promise.resolve(),
    );
    const limits = { quietFrom: 3, regardlessAt: 6 };

    const first = await stage.signal("regardless", door.directive("regardless"), { limits });
    await eventually(
      () => it.effects.get("long")?.begins,
      (begins) => begins === 1,
    );
    for (let seq = 2; seq <= 7; seq += 1) {
      it.seq = seq;
      await stage.signal("regardless", door.directive("regardless"));
    }
    await eventually(
      () => it.effects.get("long")?.begins,
      (begins) => begins === 2,
    );
    for (const gate of gates) gate.open();
    await stage.client.workflow.getHandle(first.workflowId).result();

    expect(it.effects.get("long")?.status).toBe("done");
    expect(
      (
        await eventually(
          () => runsOf("regardless"),
          (runs) => runs.length >= 2,
        )
      ).length,
    ).toBeGreaterThanOrEqual(2);
  });

  it("goes on with another worker when its own is gone", async () => {
    const it = door.aCase("moved", { alarmAt: new Date(Date.now() + 3_000).toISOString() });
    const run = await stage.signal("moved", door.directive("moved"));
    await eventually(
      () => run.fetchHistory(),
      ({ events }) => (events ?? []).some((event) => event.timerStartedEventAttributes),
    );

    await stage.worker.stop();
    stage.worker = await stage.startWorker();
    await run.result();

    expect(it.rang).toHaveLength(1);
  });
});
