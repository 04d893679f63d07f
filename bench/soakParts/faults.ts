import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { freePort } from "@sluice/embedded";
import { aKiller, VICTIMS } from "../../test/faults/parcels/aKiller.ts";
import { aParcelHouse, type ParcelHouse, type Promised } from "../../test/faults/parcels/aParcelHouse.ts";
import { foldedCase, storedCases } from "../../test/faults/parcels/foldedCase.ts";
import { leftUndone, lostPromises, parcelCounts } from "../../test/faults/parcels/ledger.ts";
import { seededChance } from "../../test/faults/parcels/seededChance.ts";
import { eventually } from "../../test/support/eventually.ts";
import { AS_INSTALLED } from "./asInstalled.ts";
import type { SoakPart, SoakTurn } from "./soakPart.ts";

const CASES = 200;
const KILLS = 50;
/** Kept at the end of a call, for the last cases to arrive and all to be judged. */
const JUDGING_MS = 180_000;

interface Progress {
  readonly sinkPort: number;
  kills: number;
  cases: string[];
  promised: Promised[];
}

const progressIn = async (file: string): Promise<Progress> => {
  if (!existsSync(file)) return { sinkPort: await freePort(0), kills: 0, cases: [], promised: [] };
  const read: Progress = JSON.parse(readFileSync(file, "utf8"));
  return read;
};

/** What is wrong after a call, with everything at rest. */
const judged = async (parcels: ParcelHouse, ids: readonly string[]): Promise<string[]> => {
  const lost = (await lostPromises(parcels)).map((it) => `lost: ${it}`);
  const { counted, expected } = await parcelCounts(parcels, ids);
  const odd = counted.flatMap((it, index) =>
    isDeepStrictEqual(it, expected[index]) ? [] : [`not once: ${JSON.stringify(it)}`],
  );
  const missing = counted.length === ids.length ? [] : [`${ids.length - counted.length} cases are missing`];
  const cases = await storedCases(parcels);
  await parcels.house.stop();
  const unlike = cases
    .filter((it) => !isDeepStrictEqual(foldedCase(it), it.state))
    .map(({ id }) => `does not fold: ${id}`);
  return [...lost, ...odd, ...missing, ...unlike];
};

const killOnAndOn = async (
  parcels: ParcelHouse,
  progress: Progress,
  { seed, deadlineMs, say }: SoakTurn,
): Promise<void> => {
  const { kill, killDuringCall } = aKiller(parcels);
  const chance = seededChance(seed + progress.kills);
  const open = await parcels.rows<{ id: string }>(`SELECT id FROM "case" WHERE id = ANY ($1) AND status <> 'ended'`, [
    progress.cases,
  ]);
  const working = open.map(({ id }) => parcels.work(id));
  while ((progress.cases.length < CASES || progress.kills < KILLS) && Date.now() < deadlineMs - JUDGING_MS) {
    const victim = VICTIMS[chance(VICTIMS.length)] ?? "server";
    const struck = victim !== "server" && chance(2) === 0 ? killDuringCall(victim) : null;
    for (let started = 0; started < Math.ceil(CASES / KILLS); started += 1) {
      const id = await parcels.start("parcel");
      progress.cases.push(id);
      working.push(parcels.work(id));
    }
    if (struck === null) {
      await new Promise((resolve) => void setTimeout(resolve, chance(2_000)));
      await kill(victim);
    } else await struck;
    progress.kills += 1;
    say(
      `kill ${progress.kills} of ${KILLS}: ${victim}${struck === null ? "" : ", during a call"}; ${progress.cases.length} cases`,
    );
  }
  await Promise.all(working);
};

/** 200 cases and 50 kills of server, worker, Temporal and Postgres, in calls that go on where the last one ended. */
export const faults: SoakPart = async (turn) => {
  mkdirSync(turn.folder, { recursive: true });
  const file = join(turn.folder, "progress.json");
  const progress = await progressIn(file);
  const keep = (): void => writeFileSync(file, JSON.stringify(progress));
  keep();
  const parcels = await aParcelHouse({
    dataDir: join(turn.folder, "house"),
    env: AS_INSTALLED,
    sink: { port: progress.sinkPort, journal: join(turn.folder, "calls.txt") },
  });
  parcels.promised.push(...progress.promised);
  try {
    await killOnAndOn(parcels, progress, turn);
    await eventually(
      () => leftUndone(parcels),
      (undone) => undone.length === 0,
      { within: JUDGING_MS - 60_000, every: 500 },
    );
    const failures = await judged(parcels, progress.cases);
    return {
      isDone: progress.cases.length >= CASES && progress.kills >= KILLS,
      figures: `${progress.cases.length} cases, ${progress.kills} kills, ${parcels.promised.length} answers, ${parcels.sink.requests.length} calls under ${parcels.sink.distinct().size} keys`,
      failures,
    };
  } finally {
    progress.promised = [...parcels.promised];
    keep();
    await parcels[Symbol.asyncDispose]();
  }
};
