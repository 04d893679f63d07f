import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createWorker, type OuterBlocks } from "@sluice/activities";
import { carrierId } from "@sluice/contracts";
import { startTemporal } from "@sluice/embedded";
import { CHANNEL } from "@sluice/records";
import { startRelay } from "@sluice/relay";
import { createLogger } from "@sluice/telemetry";
import { Client, Connection } from "@temporalio/client";
import { NativeConnection, Worker } from "@temporalio/worker";
import { throwAwayFolder } from "../../../scripts/testing/throwAwayFolder.ts";
import { aDatabase } from "../../../test/support/aDatabase.ts";
import { aFirm, type TestFirm } from "../../../test/support/aFirm.ts";
import { eventually } from "../../../test/support/eventually.ts";
import { BENCH_FOLDER, type Ground } from "../ground/theGround.ts";
import { errand, fiveSteps } from "./errands.ts";

const require = createRequire(import.meta.url);
/** As many as the relay sends at once. */
const WIDTH = 16;

/** Blocks that are done at once: the carrier is looked at, not the post office. */
const emptyBlocks: OuterBlocks = Object.fromEntries(
  ["webhook", "mail"].map((block) => [block, { perform: async () => ({ ending: "done" as const, output: {} }) }]),
);

/** A firm, a relay and a worker on a Temporal of their own, and beside them a worker of the bare workflow. */
export interface CarrierStage {
  readonly firm: TestFirm;
  readonly client: Client;
  /** Takes so many cases of the errand from start to end; answers cases a second. */
  errands(count: number): Promise<number>;
  /** The same number of bare workflows. */
  bare(count: number): Promise<number>;
  startCase(process: string): Promise<string>;
  untilEnded(caseIds: readonly string[]): Promise<void>;
  workflowIdOf(caseId: string): string;
  [Symbol.asyncDispose](): Promise<void>;
}

const inParallel = async (count: number, work: (index: number) => Promise<void>): Promise<void> => {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: WIDTH }, lane));
};

const perSecond = async (count: number, work: () => Promise<void>): Promise<number> => {
  const startedAtMs = performance.now();
  await work();
  return count / ((performance.now() - startedAtMs) / 1_000);
};

export const carrierStage = async (ground: Ground): Promise<CarrierStage> => {
  const folder = throwAwayFolder();
  const temporal = await startTemporal({ dataDir: folder.path, preferredPort: 0, preferredUiPort: 0 });
  const { address, namespace } = temporal;
  const firm = await aFirm({ db: await aDatabase(ground.postgres) });
  await firm.publish(errand, fiveSteps);
  const customer = await firm.aCustomer();
  const epoch = await firm.carrier.epoch();
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace });
  const native = await NativeConnection.connect({ address });
  const relay = startRelay({
    pool: firm.pool,
    carrier: firm.carrier,
    temporal: { address, namespace, tls: false, apiKey: null },
    settings: { listenUrl: firm.db.url },
    channel: CHANNEL,
    log: createLogger("relay", { level: "fatal" }),
  });
  const cacheDir = join(BENCH_FOLDER, "bundles");
  const worker = await createWorker({
    door: firm.carrier,
    blocks: emptyBlocks,
    connection: native,
    namespace,
    epoch,
    cacheDir,
  });
  const bareWorker = await Worker.create({
    connection: native,
    namespace,
    taskQueue: "bare",
    workflowsPath: require.resolve("./bareWorkflow.ts"),
    activities: { nothing: async () => undefined },
    reuseV8Context: true,
    maxCachedWorkflows: 1_000,
    maxConcurrentActivityTaskExecutions: 40,
  });
  const bareEnded = bareWorker.run();

  const startCase = async (process: string): Promise<string> => {
    const wish = { commandId: randomUUID(), process, recordType: "customer", recordId: customer };
    return String((await firm.door.startCase(wish, firm.as("chen"))).caseId);
  };
  const untilEnded = async (caseIds: readonly string[]): Promise<void> => {
    await eventually(
      () =>
        firm.rows<{ left: number }>(
          `SELECT count(*)::int AS left FROM "case" WHERE id = ANY ($1) AND status <> 'ended'`,
          [caseIds],
        ),
      ([row]) => row?.left === 0,
      { within: 300_000, every: 100 },
    );
  };
  return {
    firm,
    client,
    startCase,
    untilEnded,
    workflowIdOf: (caseId) => carrierId(epoch, caseId),
    errands: (count) =>
      perSecond(count, async () => {
        const ids: string[] = [];
        await inParallel(count, async () => void ids.push(await startCase("errand")));
        await untilEnded(ids);
      }),
    bare: (count) =>
      perSecond(count, async () => {
        const handles = new Map<number, Promise<unknown>>();
        await inParallel(count, async (index) => {
          const handle = await client.workflow.start("bare", { taskQueue: "bare", workflowId: randomUUID() });
          handles.set(index, handle.result());
        });
        await Promise.all(handles.values());
      }),
    [Symbol.asyncDispose]: async () => {
      await relay.stop();
      bareWorker.shutdown();
      await Promise.all([worker.stop(), bareEnded]);
      await native.close();
      await connection.close();
      await firm.close();
      await temporal.stop();
      folder.remove();
    },
  };
};
