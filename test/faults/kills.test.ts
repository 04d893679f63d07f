import { processEnvironment } from "@sluice/config";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../support/index.ts";
import { aKiller, VICTIMS } from "./parcels/aKiller.ts";
import { aParcelHouse, type ParcelHouse } from "./parcels/aParcelHouse.ts";
import { foldedCase, storedCases } from "./parcels/foldedCase.ts";
import { leftUndone, lostPromises, parcelCounts } from "./parcels/ledger.ts";
import { seededChance } from "./parcels/seededChance.ts";

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

beforeAll(async () => {
  process.stdout.write(`kills: seed ${seed}\n`);
  parcels = await aParcelHouse();
}, 240_000);
afterAll(() => parcels[Symbol.asyncDispose]());

describe("a house whose parts are killed while cases run", () => {
  it("is killed eight times: four by aim, four by chance", { timeout: 300_000 }, async () => {
    const { kill, killDuringCall } = aKiller(parcels);
    for (const victim of VICTIMS) {
      const struck = victim === "server" ? null : killDuringCall(victim);
      await another();
      if (struck === null) await Promise.all([kill(victim), another()]);
      else await struck;
    }
    for (let round = 0; round < 4; round += 1) {
      await another();
      await new Promise((resolve) => void setTimeout(resolve, chance(1_500)));
      await kill(VICTIMS[chance(VICTIMS.length)] ?? "server");
    }
    await Promise.all(working);
    await eventually(
      () => leftUndone(parcels),
      (undone) => undone.length === 0,
      { within: 120_000, every: 500 },
    );
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
