import { type CarrierWorker, createWorker } from "@sluice/activities";
import {
  carrierId,
  type CaseRef,
  deploymentName,
  type Directive,
  DIRECTIVE_SIGNAL,
  queueName,
} from "@sluice/contracts";
import { makeCurrent } from "@sluice/relay";
import { Client, Connection } from "@temporalio/client";
import { DefaultLogger, NativeConnection, Runtime } from "@temporalio/worker";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aTemporal, eventually, type TestTemporal } from "../support/index.ts";
import { aScriptedDoor, type ScriptedDoor } from "./carrier/aScriptedDoor.ts";
import { theBundles } from "./carrier/theBundles.ts";

Runtime.install({ logger: new DefaultLogger("ERROR") });

let temporal: TestTemporal;
let door: ScriptedDoor;
let connection: Connection;
let native: NativeConnection;
let client: Client;
const workers = new Set<CarrierWorker>();
beforeAll(async () => {
  temporal = await aTemporal();
  const { address, namespace, epoch } = temporal;
  door = aScriptedDoor(epoch);
  connection = await Connection.connect({ address });
  native = await NativeConnection.connect({ address });
  client = new Client({ connection, namespace });
}, 60_000);
afterAll(async () => {
  await Promise.all([...workers].map((it) => it.stop()));
  await native.close();
  await connection.close();
});

const aWorker = async (buildId: string | null): Promise<CarrierWorker> => {
  const worker = await createWorker({
    door,
    blocks: {},
    connection: native,
    namespace: temporal.namespace,
    epoch: temporal.epoch,
    version: { deployment: "tried", buildId },
    cacheDir: theBundles(),
  });
  workers.add(worker);
  return worker;
};
const end = async (worker: CarrierWorker): Promise<void> => {
  workers.delete(worker);
  await worker.stop();
};
const current = (buildId: string | null, withinMs = 60_000): Promise<void> =>
  makeCurrent(
    { address: temporal.address, namespace: temporal.namespace, tls: false, apiKey: null },
    { deploymentName: deploymentName("tried", temporal.epoch), buildId },
    { withinMs },
  );
const signal = (caseId: string, directive: Directive) => {
  const ref: CaseRef = { caseId, epoch: temporal.epoch };
  return client.workflow.signalWithStart("scripted", {
    workflowId: carrierId(temporal.epoch, caseId),
    taskQueue: queueName(temporal.epoch, "people"),
    args: [ref],
    signal: DIRECTIVE_SIGNAL,
    signalArgs: [directive],
    workflowIdConflictPolicy: "USE_EXISTING",
  });
};
/** A case with an alarm that has rung already, when it is carried. */
const ringing = async (caseId: string, at = Date.now()): Promise<void> => {
  door.aCase(caseId, { alarmAt: new Date(at).toISOString() });
  await signal(caseId, door.directive(caseId));
};
const rang = (caseId: string) => Promise.resolve(door.cases.get(caseId)?.rang.length ?? 0);
const versionOf = async (caseId: string): Promise<string> => {
  const { raw } = await client.workflow.getHandle(carrierId(temporal.epoch, caseId)).describe();
  return raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId ?? "";
};

const pollers = async (): Promise<number> => {
  const { pollers: found } = await connection.workflowService.describeTaskQueue({
    namespace: temporal.namespace,
    taskQueue: { name: queueName(temporal.epoch, "people") },
    taskQueueType: 1,
  });
  return found?.length ?? 0;
};

it("takes no task before it is current, and all of them from then on", async () => {
  const first = await aWorker("1");
  await ringing("early");
  await eventually(pollers, (count) => count > 0, { within: 30_000 });
  const { events } = await client.workflow.getHandle(carrierId(temporal.epoch, "early")).fetchHistory();
  expect(events?.some((it) => it.workflowTaskStartedEventAttributes)).toBe(false);

  await current("1");
  await eventually(
    () => rang("early"),
    (times) => times === 1,
    { within: 30_000 },
  );
  await ringing("long", Date.now() + 6_000);
  await eventually(
    () => versionOf("long"),
    (buildId) => buildId === "1",
    { within: 20_000 },
  );

  const second = await aWorker("2");
  await current("2");
  await end(first);
  await eventually(
    () => rang("long"),
    (times) => times === 1,
    { within: 60_000 },
  );
  await ringing("late");
  await eventually(
    () => rang("late"),
    (times) => times === 1,
    { within: 30_000 },
  );
  await end(second);
}, 180_000);

it("is never made current while nobody is it", async () => {
  await expect(current("3", 0)).rejects.toThrow(/"?3"?|not found|no pollers/i);
});

it("gives way to workers without a version", async () => {
  const plain = await aWorker(null);
  await current(null);
  await ringing("plain");
  await eventually(
    () => rang("plain"),
    (times) => times === 1,
    { within: 60_000 },
  );
  await end(plain);
}, 120_000);
