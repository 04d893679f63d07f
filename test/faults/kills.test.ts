import { isAlive } from "@sluice/embedded";
import { processEnvironment } from "@sluice/config";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, type HousePart } from "../support/index.ts";
import { aParcelHouse, type ParcelHouse } from "./parcels/aParcelHouse.ts";
import { foldedCase, storedCases } from "./parcels/foldedCase.ts";
import { leftUndone, lostPromises, parcelCounts } from "./parcels/ledger.ts";
import { seededChance } from "./parcels/seededChance.ts";

type Victim = Exclude<HousePart, "house">;
const VICTIMS = ["server", "worker", "temporal", "postgres"] as const satisfies readonly Victim[];
const seed = Number(processEnvironment()["PROPERTY_SEED"] ?? Date.now() % 2 ** 31);
const chance = seededChance(seed);

let parcels: ParcelHouse;
const ids: string[] = [];
const working: Promise<void>[] = [];

/** A parcel that somebody works on from now on. */
const another = async (): Promise<void> => {
  const id = await parcels.start("parcel");
  ids.push(id);
  working.push(parcels.work(id));
};

/** Kills one part at this moment; when it is not there, as soon as it is. */
const killed = async (victim: Victim): Promise<void> => {
  const mark = await eventually(() => parcels.house.partMark(victim), (it) => it !== null && isAlive(it), { within: 60_000 });
  if (mark !== null) process.kill(mark.pid, "SIGKILL");
};

/** Kills a part while the outside world is being called: the call has been made, its answer has not been heard. */
const killedDuringCall = (victim: Victim): Promise<void> =>
  new Promise((resolve, reject) => {
    parcels.sink.onAsked = () => {
      parcels.sink.onAsked = null;
      killed(victim).then(resolve, reject);
    };
  });

beforeAll(async () => {
  process.stdout.write(`kills: seed ${seed}\n`);
  parcels = await aParcelHouse();
}, 240_000);
afterAll(() => parcels[Symbol.asyncDispose]());

describe("a house whose parts are killed while cases run", () => {
  it("is killed eight times: four by aim, four by chance", { timeout: 300_000 }, async () => {
    for (const victim of VICTIMS) {
      const struck = victim === "server" ? null : killedDuringCall(victim);
      await another();
      if (struck === null) await Promise.all([killed(victim), another()]);
      else await struck;
    }
    for (let round = 0; round < 4; round += 1) {
      await another();
      await eventually(() => true, Boolean, { every: chance(1_500) });
      await killed(VICTIMS[chance(VICTIMS.length)] ?? "server");
    }
    await Promise.all(working);
    await eventually(() => leftUndone(parcels), (undone) => undone.length === 0, { within: 120_000, every: 500 });
    expect(ids.length).toBeGreaterThanOrEqual(8);
  });

  it("has lost nothing that was answered", async () => {
    expect(await lostPromises(parcels)).toEqual([]);
  });

  it("has done everything exactly once inside, and under one key each outside", async () => {
    const { counted, expected } = await parcelCounts(parcels, ids);
    expect(counted).toEqual(expected);
  });

  it("has kept events that fold to every stored state, with the database closed", async () => {
    const cases = await storedCases(parcels);
    await parcels.house.stop();
    expect(cases.length).toBeGreaterThan(ids.length);
    for (const it of cases) expect(foldedCase(it), `${it.process} ${it.id}`).toEqual(it.state);
  });
});
