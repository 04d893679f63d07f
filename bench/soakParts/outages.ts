import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { throwAwayFolder } from "../../scripts/testing/throwAwayFolder.ts";
import { anOutage, type Outage } from "../../test/faults/parcels/anOutage.ts";
import { aParcelHouse, type ParcelHouse } from "../../test/faults/parcels/aParcelHouse.ts";
import { foldedCase, storedCases } from "../../test/faults/parcels/foldedCase.ts";
import { lostPromises, parcelCounts } from "../../test/faults/parcels/ledger.ts";
import { eventually } from "../../test/support/eventually.ts";
import { AS_INSTALLED } from "./asInstalled.ts";
import type { SoakPart, SoakTurn } from "./soakPart.ts";

const PARCELS = 20;
const DOWN_MS = 5 * 60_000;
const RING_WITHIN_MS = 2 * 60_000;
const ARRIVE_WITHIN_MS = 240_000;

/** What one outage came to: the parcels that must have arrived, a figure worth keeping, and what is wrong. */
interface Came {
  readonly parcels: readonly string[];
  readonly figure: string;
  readonly failures: readonly string[];
}

interface Trial {
  /** What it takes on a slow machine, the house's start left out. */
  readonly needsMs: number;
  readonly run: (house: Outage, parcels: ParcelHouse) => Promise<Came>;
}

const wrongUnless = (holds: boolean, what: string): string[] => (holds ? [] : [what]);
const seconds = (fromMs: number): string => `${Math.round((Date.now() - fromMs) / 1000)} s`;

/** (a) and (b): stopped, Temporal's file deleted, started; a mail that an ended case had left unsent goes. */
const fileDeleted = async (house: Outage, parcels: ParcelHouse): Promise<Came> => {
  house.signal("worker", "SIGSTOP");
  const [ids, waiting, ended] = await Promise.all([
    house.workedOn(PARCELS),
    house.started("patience", PARCELS),
    house.started("parting", PARCELS),
  ]);
  const unsent = await house.mailsOf(ended);
  house.signal("worker", "SIGKILL");
  await parcels.restart(async () => house.forgetTemporal());
  const startedAtMs = Date.now();
  await house.untilArrived(ARRIVE_WITHIN_MS);
  const figure = `went on in ${seconds(startedAtMs)}`;
  await house.untilCarried(waiting);
  const sent = await house.mailsOf(ended);
  return {
    parcels: ids,
    figure,
    failures: [
      ...wrongUnless(unsent === 0, `${unsent} mails had gone before`),
      ...wrongUnless(sent === ended.length, `${sent} of ${ended.length} mails of ended cases went`),
    ],
  };
};

/** (c): set back to a backup taken while it worked, beside the newer Temporal file. */
const setBack = async (house: Outage, parcels: ParcelHouse): Promise<Came> => {
  const elsewhere = throwAwayFolder();
  const folder = join(elsewhere.path, "backup");
  try {
    const before = [...(await house.workedOn(PARCELS / 2)), ...(await house.started("parcel", PARCELS / 2))];
    const promisedBefore = parcels.promised.length;
    const meanwhile = house.workedOn(PARCELS / 2);
    await house.backUp(folder);
    await Promise.all([meanwhile, ...before.map((id) => parcels.work(id))]);
    await house.untilArrived(ARRIVE_WITHIN_MS);
    const epochBefore = await house.epoch();
    const waiting = await house.started("patience", PARCELS / 2);
    await house.untilCarried(waiting);
    await house.restoreFrom(folder);
    parcels.promised.length = promisedBefore;
    const rows = await parcels.rows<{ id: string }>("SELECT id FROM \"case\" WHERE process_key = 'parcel'");
    const there = rows.map(({ id }) => id);
    const startedAtMs = Date.now();
    await Promise.all(there.map((id) => parcels.work(id)));
    await house.untilArrived(ARRIVE_WITHIN_MS);
    const figure = `went on in ${seconds(startedAtMs)}`;
    await house.untilCarried(waiting, false, epochBefore);
    const missing = before.filter((id) => !there.includes(id));
    return {
      parcels: there,
      figure,
      failures: [
        ...wrongUnless((await house.epoch()) !== epochBefore, "the epoch is the old one"),
        ...wrongUnless(missing.length === 0, `${missing.length} cases of before the backup are missing`),
      ],
    };
  } finally {
    elsewhere.remove();
  }
};

/** (d): Temporal emptied while the server runs. What is due by then must ring within two minutes. */
const emptied = async (house: Outage): Promise<Came> => {
  const [ids, waiting] = await Promise.all([house.workedOn(PARCELS), house.started("patience", PARCELS)]);
  const late = await house.workedOn(PARCELS);
  const emptiedAtMs = Date.now();
  house.signal("temporal", "SIGKILL");
  house.forgetTemporal();
  await house.untilArrived(ARRIVE_WITHIN_MS);
  const tookMs = Date.now() - emptiedAtMs;
  const figure = `what was due had happened after ${seconds(emptiedAtMs)}`;
  await house.untilCarried(waiting);
  return {
    parcels: [...ids, ...late],
    figure,
    failures: wrongUnless(tookMs <= RING_WITHIN_MS, `it took ${tookMs} ms, more than two minutes`),
  };
};

/** (e): Temporal away for five minutes while people work all the time. */
const away = async (house: Outage, parcels: ParcelHouse): Promise<Came> => {
  const before = await house.started("parcel", PARCELS / 2);
  house.signal("temporal", "SIGSTOP");
  const sinceMs = Date.now();
  const ids: string[] = [];
  while (Date.now() - sinceMs < DOWN_MS - 30_000) {
    ids.push(...(await house.workedOn(2)));
    await eventually(
      () => Date.now() - sinceMs,
      (passedMs) => passedMs >= Math.min(ids.length * 7_000, DOWN_MS - 30_000),
      { within: DOWN_MS },
    );
  }
  await Promise.all(before.map((id) => parcels.work(id)));
  const told = await house.carrier();
  const readiness = await parcels.ask("/readyz");
  await eventually(
    () => Date.now() - sinceMs,
    (passedMs) => passedMs >= DOWN_MS,
    { within: DOWN_MS },
  );
  house.signal("temporal", "SIGCONT");
  const backAtMs = Date.now();
  await house.untilArrived(ARRIVE_WITHIN_MS);
  const after = await house.carrier();
  return {
    parcels: [...before, ...ids],
    figure: `${before.length + ids.length} parcels worked on meanwhile, ${told.waiting} directives waited, all arrived ${seconds(backAtMs)} after`,
    failures: [
      ...wrongUnless(!told.isUp && told.waiting > 0, `the page said ${JSON.stringify(told)}`),
      ...wrongUnless(readiness.status === 200, `people were answered with ${readiness.status}`),
      ...wrongUnless(after.isUp, "the page still says that it is away"),
    ],
  };
};

const TRIALS: Readonly<Record<string, Trial>> = {
  "Temporal's file deleted": { needsMs: 200_000, run: fileDeleted },
  "set back to a backup": { needsMs: 220_000, run: setBack },
  "Temporal emptied": { needsMs: 200_000, run: emptied },
  "Temporal away for five minutes": { needsMs: 400_000, run: away },
};

const judged = async (parcels: ParcelHouse, came: Came): Promise<readonly string[]> => {
  const lost = (await lostPromises(parcels)).map((it) => `lost: ${it}`);
  const { counted, expected } = await parcelCounts(parcels, came.parcels);
  const odd = counted.filter((it, index) => !isDeepStrictEqual(it, expected[index]));
  const unlike = (await storedCases(parcels)).filter((it) => !isDeepStrictEqual(foldedCase(it), it.state));
  return [
    ...came.failures,
    ...lost,
    ...odd.map((it) => `not once: ${JSON.stringify(it)}`),
    ...wrongUnless(counted.length === came.parcels.length, `${came.parcels.length - counted.length} cases are missing`),
    ...unlike.map(({ id }) => `does not fold: ${id}`),
  ];
};

const onAHouse = async ({ run }: Trial): Promise<{ figure: string; failures: readonly string[] }> => {
  const parcels = await aParcelHouse({ env: AS_INSTALLED });
  try {
    const came = await run(anOutage(parcels), parcels);
    return { figure: `${came.parcels.length} parcels, ${came.figure}`, failures: await judged(parcels, came) };
  } finally {
    await parcels[Symbol.asyncDispose]();
  }
};

type Done = Record<string, { figure: string; failures: readonly string[] }>;

const doneIn = (file: string): Done => {
  if (!existsSync(file)) return {};
  const read: Done = JSON.parse(readFileSync(file, "utf8"));
  return read;
};

/** Every outage in full, each on a house of its own, as many in a call as its time allows; the next call goes on. */
export const outages: SoakPart = async ({ folder, deadlineMs, say }: SoakTurn) => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "progress.json");
  const done = doneIn(file);
  for (const [name, trial] of Object.entries(TRIALS)) {
    if (done[name] !== undefined || Date.now() + trial.needsMs > deadlineMs) continue;
    say(`${name} …`);
    const came = await onAHouse(trial);
    if (came.failures.length === 0) {
      done[name] = came;
      writeFileSync(file, JSON.stringify(done));
    }
    say(`${name}: ${came.figure}`);
    if (came.failures.length > 0)
      return { isDone: false, figures: name, failures: came.failures.map((it) => `${name}: ${it}`) };
  }
  return {
    isDone: Object.keys(TRIALS).every((name) => done[name] !== undefined),
    figures: Object.entries(done)
      .map(([name, { figure }]) => `${name}: ${figure}`)
      .join("; "),
    failures: [],
  };
};
