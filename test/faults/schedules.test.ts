import { type CarrierWorker, createWorker } from "@sluice/activities";
import { markerId, scheduleId, type ScheduleRef } from "@sluice/contracts";
import { CHANNEL, createReads, rotateEpoch } from "@sluice/records";
import { type Relay, startRelay } from "@sluice/relay";
import { createLogger } from "@sluice/telemetry";
import { Client, Connection, type ScheduleDescription, ScheduleNotFoundError } from "@temporalio/client";
import { DefaultLogger, NativeConnection, Runtime } from "@temporalio/worker";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { begunBy } from "../support/begunBy.ts";
import { aTemporal, eventually } from "../support/index.ts";
import { theBundles } from "./carrier/theBundles.ts";

const KEY = "everyMinute";
const minutely = { on: "schedule", cron: "* * * * *", zone: "Asia/Shanghai" } as const;

Runtime.install({ logger: new DefaultLogger("ERROR") });

let firm: TestFirm;
let epoch: string;
let relay: Relay;
let worker: CarrierWorker;
let connection: Connection;
let native: NativeConnection;
let client: Client;
beforeAll(async () => {
  firm = await aFirm();
  epoch = await firm.carrier.epoch();
  const { address, namespace } = await aTemporal();
  connection = await Connection.connect({ address });
  native = await NativeConnection.connect({ address });
  client = new Client({ connection, namespace });
  worker = await createWorker({
    door: firm.carrier,
    blocks: {},
    connection: native,
    namespace,
    epoch,
    cacheDir: theBundles(),
  });
  relay = startRelay({
    pool: firm.pool,
    carrier: firm.carrier,
    temporal: { address, namespace, tls: false, apiKey: null },
    settings: { sweepEveryMs: 300, pollEveryMs: 200 },
    channel: CHANNEL,
    log: createLogger("test", { level: "silent" }),
  });
  await firm.aCustomer();
}, 120_000);
afterAll(async () => {
  await relay.stop();
  await worker.stop();
  await native.close();
  await connection.close();
  await firm.close();
});

const handle = () => client.schedule.getHandle(scheduleId(epoch, KEY));
const held = async (): Promise<ScheduleDescription | null> => {
  try {
    return await handle().describe();
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return null;
    throw error;
  }
};
const cronHeld = async (): Promise<string | null> => {
  const it = await held();
  return it === null ? null : ((it.action.args as readonly [ScheduleRef])[0]?.cron ?? null);
};
const noted = () => firm.rows<{ cron: string; epoch: string | null }>("SELECT cron, epoch FROM schedule");
const firings = () =>
  firm.rows<{ at: string; over: boolean }>(
    "SELECT at, ended_at IS NOT NULL AS over FROM schedule_firing ORDER BY fired_at, at",
  );
const cases = () => firm.rows<{ seq: number }>(`SELECT seq FROM "case" WHERE process_key = $1`, [KEY]);
/** Publishes the schedule of that cron as a version, or points back to none. */
const point = async (version: number | null, cron: string = minutely.cron): Promise<void> => {
  await firm.pool.query(
    `INSERT INTO process_version (process_key, version, definition, hash, published_at)
     SELECT $1, $2::int, jsonb_set(definition, '{nodes,0,trigger,cron}', to_jsonb($3::text)), hash || $2::int, now()
     FROM process_version WHERE process_key = $1 AND version = 1 AND $2::int IS NOT NULL ON CONFLICT DO NOTHING`,
    [KEY, version, cron],
  );
  await firm.pool.query("UPDATE process SET published_version = $2 WHERE key = $1", [KEY, version]);
};

it("is made when its process is published, fires, and begins the cases of its instant", async () => {
  await firm.publish(begunBy(KEY, minutely));
  const made = await eventually(held, (it) => it !== null, { within: 20_000 });
  expect(made?.policies).toMatchObject({ overlap: "SKIP", catchupWindow: 86_400_000 });
  expect(made?.spec.timezone).toBe("Asia/Shanghai");

  await handle().trigger("ALLOW_ALL");
  await eventually(cases, (it) => it[0]?.seq === 1, { within: 30_000 });
  await eventually(noted, (it) => it[0]?.epoch === epoch);
  expect((await firings())[0]?.over).toBe(true);
});

it("is made anew when Temporal has lost it, and tells what was due meanwhile, nothing twice", async () => {
  await handle().pause("so that no minute falls between");
  const before = await eventually(firings, (it) => it.every(({ over }) => over));
  const count = (await cases()).length;
  await firm.pool.query(
    "UPDATE schedule SET since = now() - interval '1 hour'; UPDATE schedule_firing SET at = at - interval '10 minutes', fired_at = fired_at - interval '10 minutes'",
  );
  await handle().delete();
  await client.workflow.getHandle(markerId(epoch)).terminate();

  const after = await eventually(firings, (it) => it.length > before.length && it.every(({ over }) => over), {
    within: 30_000,
  });
  await handle().pause("enough");

  const instants = after.map(({ at }) => at);
  expect(new Set(instants).size).toBe(instants.length);
  const minutes = after.slice(before.length).map(({ at }) => new Date(at));
  expect(minutes.every((at) => at.getUTCSeconds() === 0)).toBe(true);
  expect(minutes.some((at) => Date.now() - at.getTime() > 120_000)).toBe(true);
  await eventually(cases, (it) => it.length > count);
});

it("is changed with a new version, changed back when that is taken back, and goes with the last", async () => {
  await point(2, "0 9 * * MON");
  await eventually(cronHeld, (it) => it === "0 9 * * MON", { within: 20_000 });
  expect((await held())?.state.paused).toBe(true);
  await point(1);
  await eventually(cronHeld, (it) => it === minutely.cron, { within: 20_000 });
  await point(null);
  await eventually(cronHeld, (it) => it === null, { within: 20_000 });
  await eventually(noted, (it) => it.length === 0);
});

it("is told again by the next relay when one dies before it has noted it", async () => {
  await point(2, "0 9 * * MON");
  await eventually(noted, (it) => it[0]?.epoch === epoch, { within: 20_000 });
  await firm.pool.query(
    "UPDATE schedule SET cron = NULL, zone = NULL, epoch = NULL, leased_until = now() + interval '2 seconds'",
  );
  await eventually(noted, (it) => it[0]?.epoch === epoch && it[0].cron === "0 9 * * MON", { within: 20_000 });
  expect(await cronHeld()).toBe("0 9 * * MON");
  await point(null);
  await eventually(cronHeld, (it) => it === null, { within: 20_000 });
});

it("begins anew with a new epoch, and those of older ones are taken away", async () => {
  await point(2, "0 9 * * MON");
  await eventually(cronHeld, (cron) => cron !== null, { within: 20_000 });
  const older = handle();
  epoch = await rotateEpoch(createReads(firm.pool).db);
  await eventually(cronHeld, (cron) => cron === "0 9 * * MON", { within: 20_000 });
  await eventually(
    async () => {
      try {
        await older.describe();
        return "held";
      } catch (error) {
        if (error instanceof ScheduleNotFoundError) return "gone";
        throw error;
      }
    },
    (it) => it === "gone",
    { within: 20_000 },
  );
  await point(null);
  await eventually(cronHeld, (cron) => cron === null, { within: 20_000 });
});
