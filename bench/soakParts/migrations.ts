import { randomUUID } from "node:crypto";
import { loadavg } from "node:os";
import { processEnvironment } from "@sluice/config";
import { goOnWithMigration, readMigration, startMigration, undoMigration } from "@sluice/records";
import { seededChance } from "../../test/faults/parcels/seededChance.ts";
import { aFirmOn, type FirmOn } from "../benchParts/ground/aFirmOn.ts";
import { theGround } from "../benchParts/ground/theGround.ts";
import { anIncident, clearIncident } from "./migrations/anIncident.ts";
import { fillManySided } from "./migrations/fillManySided.ts";
import { elsewhere, halves, standing, unfolded } from "./migrations/judges.ts";
import { toManySidedOfNow } from "./migrations/manySided.ts";
import { lookedAt, workAndBeKilled, workToTheEnd } from "./migrations/migratingWorker.ts";
import type { SoakPart, SoakTurn } from "./soakPart.ts";

const CASES = 5_000;
const KILLS = 5;
const AT_MOST_SECONDS = 60;

const started = async (firm: FirmOn): Promise<string> => {
  const commandId = randomUUID();
  const versions = { process: "manySided", from: 1, to: 2 } as const;
  const wish = { ...versions, mapping: toManySidedOfNow, timers: "kept", reason: "the new version" } as const;
  await startMigration(firm.house, { commandId, ...wish }, firm.as("mei"));
  return commandId;
};

const secondsOf = async (work: () => Promise<void>): Promise<number> => {
  const startedMs = performance.now();
  await work();
  return (performance.now() - startedMs) / 1_000;
};

/** There and back without any trouble, which is what the clock is held to. */
const thereAndBack = async (firm: FirmOn, count: number, failures: string[]): Promise<string> => {
  const mei = firm.as("mei");
  const before = await standing(firm);
  const id = await started(firm);
  const there = await secondsOf(() => workToTheEnd(firm));
  const moved = await readMigration(firm.house, id, mei);
  if (moved.status !== "done" || moved.counts.moves !== count)
    failures.push(`${moved.status}: ${JSON.stringify(moved.counts)} ${JSON.stringify(moved.staying[0] ?? null)}`);
  if (there > AT_MOST_SECONDS) failures.push(`it took ${there.toFixed(1)} s`);
  failures.push(...(await halves(firm, id, 0)));
  await undoMigration(firm.house, { commandId: randomUUID(), id, reason: "not yet" }, mei);
  const back = await secondsOf(() => workToTheEnd(firm));
  const undone = await readMigration(firm.house, id, mei);
  if (undone.status !== "undone" || undone.undone.undone !== count)
    failures.push(`${undone.status}: ${JSON.stringify(undone.undone)}`);
  failures.push(...elsewhere(before, await standing(firm)));
  return `${count} cases over in ${there.toFixed(1)} s, back in ${back.toFixed(1)} s`;
};

/** The second run: killed on the way, stopped by an incident in the middle, gone on with, killed again, to its end. */
const killedAndStopped = async (firm: FirmOn, { seed, say }: SoakTurn, count: number, failures: string[]) => {
  const mei = firm.as("mei");
  const chance = seededChance(seed);
  const id = await started(firm);
  const some = Math.floor(count / (KILLS + 3));
  let incident = "";
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await workAndBeKilled(firm, id, Math.ceil(some / 2) + chance(some));
    failures.push(...(await halves(firm, id, 2)).map((it) => `kill ${kill}: ${it}`));
    say(`kill ${kill} of ${KILLS}: ${await lookedAt(firm, id)} over`);
    if (kill !== 2) continue;
    incident = await anIncident(firm, id);
    const then = await lookedAt(firm, id);
    await workToTheEnd(firm);
    const { status, stoppedBy } = await readMigration(firm.house, id, mei);
    const after = (await lookedAt(firm, id)) - then;
    if (status !== "stopped" || stoppedBy?.caseId !== incident || after > 0)
      failures.push(`with an incident: ${status}, ${after} more`);
    await clearIncident(firm, incident);
    await goOnWithMigration(firm.house, { commandId: randomUUID(), id }, mei);
  }
  await workToTheEnd(firm);
  const { status, counts } = await readMigration(firm.house, id, mei);
  if (status !== "done" || counts.moves !== count) failures.push(`${status}: ${JSON.stringify(counts)}`);
  failures.push(...(await halves(firm, id, 2)));
};

/** Thousands of running cases of every kind that go over to another version in under a minute and back, and over again under kills. */
export const migrations: SoakPart = async (turn) => {
  const count = Number(processEnvironment()["SOAK_CASES"] ?? CASES);
  await using ground = await theGround(turn.say);
  await using firm = await aFirmOn(await ground.copyOf(`many_sided_${count}`, (db) => fillManySided(db, count)));
  const failures: string[] = [];
  const load = loadavg()[0]?.toFixed(1) ?? "";
  const timed = await thereAndBack(firm, count, failures);
  turn.say(timed);
  await killedAndStopped(firm, turn, count, failures);
  failures.push(...(await unfolded(firm)));
  const figures = `${timed}; over again with ${KILLS} kills and a stop by an incident; load ${load} at the start`;
  return { isDone: count >= CASES, figures, failures };
};
