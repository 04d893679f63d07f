import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { EffectWork, Ending } from "@sluice/activities";
import { queueName, SCHEDULE_WORKFLOW, scheduleId, type ScheduleRef } from "@sluice/contracts";
import { historyToJSON } from "@temporalio/common/lib/proto-utils.js";
import { aCarrierStage, type CarrierStage } from "../faults/carrier/aCarrierStage.ts";
import { aScriptedDoor, type ScriptedDoor } from "../faults/carrier/aScriptedDoor.ts";
import { eventually } from "../support/index.ts";

const folder = fileURLToPath(new URL("histories/", import.meta.url));

/** One run worth keeping: it names the file, and answers the workflow's id and the run to keep. */
type Story = (
  door: ScriptedDoor,
  stage: CarrierStage,
) => Promise<{ readonly workflowId: string; readonly runId?: string }>;

const soon = (ms: number): string => new Date(Date.now() + ms).toISOString();

const stories: Readonly<Record<string, Story>> = {
  "effects-done": async (door, stage) => {
    door.aCase("effects-done", { effects: ["a", "b"] });
    const run = await stage.signal("effects-done", door.directive("effects-done"));
    await run.result();
    return run;
  },
  "alarm-moved-earlier": async (door, stage) => {
    const it = door.aCase("alarm-moved-earlier", { alarmAt: soon(3_600_000) });
    const run = await stage.signal("alarm-moved-earlier", door.directive("alarm-moved-earlier"));
    await eventually(
      () => run.fetchHistory(),
      ({ events }) => (events ?? []).some((event) => event.timerStartedEventAttributes),
    );
    Object.assign(it, { alarmAt: soon(100), seq: 2 });
    await stage.signal("alarm-moved-earlier", door.directive("alarm-moved-earlier"));
    await run.result();
    return run;
  },
  "attempts-used-up": async (door, stage) => {
    door.aCase("attempts-used-up", { effects: ["fails"] });
    const run = await stage.signal("attempts-used-up", door.directive("attempts-used-up"));
    await run.result();
    return run;
  },
  "effect-unwanted": async (door, stage) => {
    door.aCase("effect-unwanted", { effects: ["slow"] });
    const run = await stage.signal("effect-unwanted", door.directive("effect-unwanted"));
    await eventually(
      () => run.fetchHistory(),
      ({ events }) => (events ?? []).some((event) => event.activityTaskScheduledEventAttributes),
    );
    await stage.signal("effect-unwanted", { ...door.directive("effect-unwanted"), seq: 2, effects: [] });
    await run.result();
    return run;
  },
  superseded: async (door, stage) => {
    door.aCase("superseded", { alarmAt: soon(100) });
    door.currentEpoch = "another";
    const run = await stage.signal("superseded", door.directive("superseded"));
    await run.result();
    door.currentEpoch = stage.epoch;
    return run;
  },
  "continued-as-new": async (door, stage) => {
    const it = door.aCase("continued-as-new", { alarmAt: soon(3_000) });
    const limits = { quietFrom: 3, regardlessAt: 9 };
    const run = await stage.signal("continued-as-new", door.directive("continued-as-new"), { limits });
    for (let seq = 2; seq <= 4; seq += 1) {
      it.seq = seq;
      await stage.signal("continued-as-new", door.directive("continued-as-new"));
    }
    await stage.client.workflow.getHandle(run.workflowId).result();
    return { workflowId: run.workflowId, runId: run.signaledRunId };
  },
  "schedule-fired": async (_door, stage) => {
    const id = scheduleId(stage.epoch, "scripted");
    const ref: ScheduleRef = { epoch: stage.epoch, processKey: "scripted", cron: "0 9 * * MON", zone: "UTC" };
    const schedule = await stage.client.schedule.create({
      scheduleId: id,
      spec: { cronExpressions: [ref.cron], timezone: ref.zone },
      action: {
        type: "startWorkflow",
        workflowType: SCHEDULE_WORKFLOW,
        workflowId: id,
        taskQueue: queueName(stage.epoch, "bulk"),
        args: [ref],
      },
      state: { triggerImmediately: true },
    });
    const { info } = await eventually(
      () => schedule.describe(),
      (it) => it.info.recentActions.length > 0,
    );
    const { workflowId = id, firstExecutionRunId: runId = "" } = info.recentActions[0]?.action.workflow ?? {};
    await stage.client.workflow.getHandle(workflowId, runId).result();
    await schedule.delete();
    return { workflowId, runId };
  },
  "still-waiting": async (door, stage) => {
    door.aCase("still-waiting", { alarmAt: "2099-01-02T03:04:05.000Z", effects: ["a"] });
    const run = await stage.signal("still-waiting", door.directive("still-waiting"));
    await eventually(
      () => door.cases.get("still-waiting")?.effects.get("a")?.status,
      (status) => status === "done",
    );
    await eventually(
      () => run.fetchHistory(),
      ({ events }) => (events ?? []).some((event) => event.activityTaskCompletedEventAttributes),
    );
    return run;
  },
};

const perform = async ({ input }: EffectWork): Promise<Ending> => {
  if (input["key"] === "fails") return { ending: "unknown", reason: "no answer" };
  if (input["key"] === "slow") await new Promise((resolve) => void setTimeout(resolve, 1_500));
  return { ending: "done", output: {} };
};

/** What says where a history was recorded, and nothing about what the carrier did. */
const PLACES: Readonly<Record<string, string>> = { identity: "worker", stackTrace: "", encodedAttributes: "" };

/** Leaves out of a history what belongs to the machine it was recorded on. */
const withoutPlaces = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return value;
  if ("kind" in value && value.kind === "TASK_QUEUE_KIND_STICKY") return { ...value, name: "sticky" };
  return Object.fromEntries(
    Object.entries(value).map(([key, it]) => [
      key,
      typeof it === "string" && key in PLACES ? PLACES[key] : withoutPlaces(it),
    ]),
  );
};

/**
 * Plays every story on a real server and keeps its history. To be run whenever the carrier is to behave in a new way on purpose,
 * after the old histories have passed with the change behind a flag: `suffix` keeps the old files beside the new ones.
 */
export const recordHistories = async (suffix: string): Promise<readonly string[]> => {
  let door: ScriptedDoor | null = null;
  await using stage = await aCarrierStage((epoch) => (door = aScriptedDoor(epoch)), { probe: { perform } });
  const written: string[] = [];
  for (const [name, story] of Object.entries(stories)) {
    if (door === null) throw new Error("the stage has no door");
    const { workflowId, runId } = await story(door, stage);
    const history = await stage.client.workflow.getHandle(workflowId, runId).fetchHistory();
    const file = `${name}${suffix}.json`;
    writeFileSync(
      `${folder}${file}`,
      `${JSON.stringify(withoutPlaces(JSON.parse(historyToJSON(history))), null, 1)}\n`,
    );
    written.push(file);
  }
  return written;
};
