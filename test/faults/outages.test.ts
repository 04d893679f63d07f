import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, throwAwayFolder } from "../support/index.ts";
import { anOutage, type Outage } from "./parcels/anOutage.ts";
import { aParcelHouse, type ParcelHouse } from "./parcels/aParcelHouse.ts";
import { lostPromises, parcelCounts } from "./parcels/ledger.ts";

let parcels: ParcelHouse;
let house: Outage;
const elsewhere = throwAwayFolder();

beforeAll(async () => {
  parcels = await aParcelHouse();
  house = anOutage(parcels);
}, 240_000);
afterAll(async () => {
  await parcels[Symbol.asyncDispose]();
  elsewhere.remove();
}, 120_000);

describe("a house with cases under way", { timeout: 240_000 }, () => {
  it("goes without Temporal for 20 seconds: people decide, the page says so, nothing is lost", async () => {
    const before = await house.started("parcel", 1);
    house.signal("temporal", "SIGSTOP");
    const sinceMs = Date.now();
    const ids = await house.workedOn(2);
    const told = await eventually(house.carrier, ({ isUp, waiting }) => !isUp && waiting > 0, { within: 60_000 });
    const readiness = await parcels.ask("/readyz");
    await Promise.all(before.map((id) => parcels.work(id)));
    await eventually(
      () => Date.now() - sinceMs,
      (passedMs) => passedMs >= 20_000,
    );
    house.signal("temporal", "SIGCONT");
    await house.untilArrived();

    expect([told.isUp, readiness.status]).toEqual([false, 200]);
    const { counted, expected } = await parcelCounts(parcels, [...before, ...ids]);
    expect(counted).toEqual(expected);
    expect((await house.carrier()).isUp).toBe(true);
  });

  it("has Temporal emptied under it: what is due happens soon, what waits is carried again", async () => {
    const ids = await house.workedOn(2);
    const waiting = await house.started("patience", 2);
    const rearmedBefore = house.rearmings();
    house.signal("temporal", "SIGKILL");
    house.forgetTemporal();
    await house.untilArrived();
    await house.untilCarried(waiting);

    expect(house.rearmings()).toBeGreaterThan(rearmedBefore);
    const { counted, expected } = await parcelCounts(parcels, ids);
    expect(counted).toEqual(expected);
  });

  it("goes on in another place when Temporal's port was taken while it was away", async () => {
    await using _taken = await house.takePortOfTemporal();
    const ids = await house.workedOn(1);
    const waiting = await house.started("patience", 1);
    await house.untilArrived();
    await house.untilCarried(waiting);

    const { counted, expected } = await parcelCounts(parcels, ids);
    expect(counted).toEqual(expected);
    expect((await house.carrier()).isUp).toBe(true);
  });

  it("is set back to a backup taken while it worked, beside a newer Temporal: everything goes on", async () => {
    const [halfway = ""] = await house.started("parcel", 1);
    const ids = [halfway, ...(await house.workedOn(1))];
    const promisedBefore = parcels.promised.length;
    const meanwhile = house.workedOn(2);
    const folder = join(elsewhere.path, "backup");
    await house.backUp(folder);
    await meanwhile;
    await parcels.work(halfway);
    await house.untilArrived();
    const epochBefore = await house.epoch();
    const [waiting = ""] = await house.started("patience", 1);
    await house.untilCarried([waiting]);
    await house.restoreFrom(folder);
    parcels.promised.length = promisedBefore;
    const there = (await parcels.rows<{ id: string }>("SELECT id FROM \"case\" WHERE process_key = 'parcel'")).map(
      ({ id }) => id,
    );
    await Promise.all(there.map((id) => parcels.work(id)));
    await house.untilArrived();

    expect(await house.epoch()).not.toBe(epochBefore);
    await house.untilCarried([waiting], false, epochBefore);
    expect(there).toEqual(expect.arrayContaining(ids));
    expect(await lostPromises(parcels)).toEqual([]);
    const { counted, expected } = await parcelCounts(parcels, there);
    expect(counted).toEqual(expected);
  });

  it("is stopped and loses Temporal's file: open cases go on, and a mail unsent by a case that ended goes", async () => {
    house.signal("worker", "SIGSTOP");
    const [ids, waiting, ended] = await Promise.all([
      house.workedOn(2),
      house.started("patience", 2),
      house.started("parting", 2),
    ]);
    const unsent = await house.mailsOf(ended);
    const statuses = await parcels.rows('SELECT status FROM "case" WHERE id = ANY ($1)', [ended]);
    const rearmedBefore = house.rearmings();
    house.signal("worker", "SIGKILL");
    await parcels.restart(async () => house.forgetTemporal());
    await house.untilArrived();
    await house.untilCarried(waiting);

    expect(house.rearmings()).toBeGreaterThan(rearmedBefore);
    expect([unsent, statuses]).toEqual([0, [{ status: "ended" }, { status: "ended" }]]);
    expect(await house.mailsOf(ended)).toBe(2);
    const { counted, expected } = await parcelCounts(parcels, ids);
    expect(counted).toEqual(expected);
    expect(await lostPromises(parcels)).toEqual([]);
  });
});
