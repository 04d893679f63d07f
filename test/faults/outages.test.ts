import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { carrierId } from "@sluice/contracts";
import { findTemporalServer, installFolders } from "@sluice/embedded";
import { Client, Connection } from "@temporalio/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, throwAwayFolder } from "../support/index.ts";
import { aParcelHouse, type ParcelHouse } from "./parcels/aParcelHouse.ts";
import { leftUndone, lostPromises, parcelCounts } from "./parcels/ledger.ts";
import { runScript } from "./parcels/runScript.ts";

let parcels: ParcelHouse;
const elsewhere = throwAwayFolder();

const signal = (part: "temporal" | "worker", name: NodeJS.Signals): void => {
  const mark = parcels.house.partMark(part);
  if (mark === null) throw new Error(`there is no ${part}`);
  process.kill(mark.pid, name);
};
const forgetTemporal = (): void => {
  const file = join(installFolders(parcels.house.dataDir).temporal, "temporal.db");
  for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(file + suffix, { force: true });
};
/** That many parcels on which people have done all that they have to do. */
const workedOn = async (count: number): Promise<string[]> => {
  const ids = await Promise.all(Array.from({ length: count }, () => parcels.start("parcel")));
  await Promise.all(ids.map((id) => parcels.work(id)));
  return ids;
};
const started = (process: "parting" | "patience" | "parcel", count: number): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, () => parcels.start(process)));
const untilArrived = async (): Promise<void> => {
  await eventually(
    () => leftUndone(parcels),
    (undone) => undone.length === 0,
    { within: 120_000, every: 500 },
  );
};
const mailsOf = async (ids: readonly string[]): Promise<number> =>
  (await parcels.rows("SELECT id FROM mail_outbox WHERE case_id = ANY ($1)", [ids])).length;
const epoch = async (): Promise<string> =>
  (await parcels.rows<{ epoch: string }>("SELECT epoch FROM install"))[0]?.epoch ?? "";
const areCarried = async (ids: readonly string[], of?: string): Promise<boolean[]> => {
  const connection = await Connection.connect({ address: (await findTemporalServer(parcels.house.dataDir)) ?? "" });
  try {
    const client = new Client({ connection });
    const install = of ?? (await epoch());
    return await Promise.all(
      ids.map(
        async (id) => (await client.workflow.getHandle(carrierId(install, id)).describe()).status.name === "RUNNING",
      ),
    );
  } finally {
    await connection.close();
  }
};
/** How often a relay has found that Temporal knows nothing of this install. */
const rearmings = (): number =>
  ["server", "worker"]
    .map((part) => readFileSync(join(installFolders(parcels.house.dataDir).logs, `${part}.log`), "utf8"))
    .join()
    .split("Temporal does not know this install").length;
const carrier = async () =>
  ((await parcels.query("live.carrier")).json as { result: { data: { isUp: boolean; waiting: number } } }).result.data;

beforeAll(async () => {
  parcels = await aParcelHouse();
}, 240_000);
afterAll(async () => {
  await parcels[Symbol.asyncDispose]();
  elsewhere.remove();
}, 120_000);

describe("a house with cases under way", { timeout: 240_000 }, () => {
  it("goes without Temporal for 20 seconds: people decide, the page says so, nothing is lost", async () => {
    const before = await started("parcel", 1);
    signal("temporal", "SIGSTOP");
    const sinceMs = Date.now();
    const ids = await workedOn(2);
    const told = await eventually(carrier, ({ isUp, waiting }) => !isUp && waiting > 0, { within: 60_000 });
    const readiness = await parcels.ask("/readyz");
    await Promise.all(before.map((id) => parcels.work(id)));
    await eventually(
      () => Date.now() - sinceMs,
      (passedMs) => passedMs >= 20_000,
    );
    signal("temporal", "SIGCONT");
    await untilArrived();

    expect([told.isUp, readiness.status]).toEqual([false, 200]);
    const { counted, expected } = await parcelCounts(parcels, [...before, ...ids]);
    expect(counted).toEqual(expected);
    expect((await carrier()).isUp).toBe(true);
  });

  it("has Temporal emptied under it: what is due happens soon, what waits is carried again", async () => {
    const ids = await workedOn(2);
    const waiting = await started("patience", 2);
    const rearmedBefore = rearmings();
    signal("temporal", "SIGKILL");
    forgetTemporal();
    await untilArrived();
    await eventually(
      () => areCarried(waiting),
      (carried) => carried.every(Boolean),
      { within: 60_000 },
    );

    expect(rearmings()).toBeGreaterThan(rearmedBefore);
    const { counted, expected } = await parcelCounts(parcels, ids);
    expect(counted).toEqual(expected);
  });

  it("is set back to a backup taken while it worked, beside a newer Temporal: everything goes on", async () => {
    const [halfway = ""] = await started("parcel", 1);
    const ids = [halfway, ...(await workedOn(1))];
    const promisedBefore = parcels.promised.length;
    const meanwhile = workedOn(2);
    const folder = join(elsewhere.path, "backup");
    await runScript(parcels.house.dataDir, "backup", folder);
    await meanwhile;
    await parcels.work(halfway);
    await untilArrived();
    const epochBefore = await epoch();
    const [waiting = ""] = await started("patience", 1);
    await eventually(
      () => areCarried([waiting]),
      ([isCarried]) => isCarried === true,
      { within: 60_000 },
    );
    await parcels.restart(async () => {
      await runScript(parcels.house.dataDir, "restore", folder);
    });
    parcels.promised.length = promisedBefore;
    const there = (await parcels.rows<{ id: string }>("SELECT id FROM \"case\" WHERE process_key = 'parcel'")).map(
      ({ id }) => id,
    );
    await Promise.all(there.map((id) => parcels.work(id)));
    await untilArrived();

    expect(await epoch()).not.toBe(epochBefore);
    await eventually(
      () => areCarried([waiting], epochBefore),
      ([isCarried]) => isCarried === false,
      { within: 60_000 },
    );
    expect(there).toEqual(expect.arrayContaining(ids));
    expect(await lostPromises(parcels)).toEqual([]);
    const { counted, expected } = await parcelCounts(parcels, there);
    expect(counted).toEqual(expected);
  });

  it("is stopped and loses Temporal's file: open cases go on, and a mail unsent by a case that ended goes", async () => {
    signal("worker", "SIGSTOP");
    const [ids, waiting, ended] = await Promise.all([workedOn(2), started("patience", 2), started("parting", 2)]);
    const unsent = await mailsOf(ended);
    const statuses = await parcels.rows('SELECT status FROM "case" WHERE id = ANY ($1)', [ended]);
    const rearmedBefore = rearmings();
    signal("worker", "SIGKILL");
    await parcels.restart(async () => forgetTemporal());
    await untilArrived();
    await eventually(
      () => areCarried(waiting),
      (carried) => carried.every(Boolean),
      { within: 60_000 },
    );

    expect(rearmings()).toBeGreaterThan(rearmedBefore);
    expect([unsent, statuses]).toEqual([0, [{ status: "ended" }, { status: "ended" }]]);
    expect(await mailsOf(ended)).toBe(2);
    const { counted, expected } = await parcelCounts(parcels, ids);
    expect(counted).toEqual(expected);
    expect(await lostPromises(parcels)).toEqual([]);
  });
});
