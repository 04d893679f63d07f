import {
  compare,
  compile,
  Learning,
  refold,
  storedDefinition,
  Tally,
  type PastCase,
  type Plan,
  type Trial,
} from "@sluice/process";
import { sql } from "kysely";
import { currentTypes } from "../list/currentTypes.ts";
import type { Reads } from "../list/reads.ts";
import { schemasOf } from "../process/planOf.ts";
import {
  readClosed,
  readVersions,
  spanOfClosed,
  type ClosedAfter,
  type ClosedCase,
  type ClosedWish,
} from "./closedCases.ts";
import { foundOf, keeping } from "./foundCases.ts";
import { firmClock, PastCalendars } from "./pastCalendars.ts";
import { PastDirectory } from "./pastDirectory.ts";
import { PastRecords } from "./pastRecords.ts";
import { PastVersions } from "./pastVersions.ts";
import { trailOf, type Past } from "./trailOf.ts";
import { noteCases, noteDone, noteFound, noteSummary } from "./whatIfProgress.ts";
import { whatIfRow } from "./whatIfRow.ts";

/** The newest of a period are run, up to this many. */
export const MOST_CASES = 10_000;
/** So many of them, the newest, are what people's ways are learnt from. */
const LEARNT_FROM = 500;
const PAGE = 100;
/** What it comes to so far is told after so many cases. */
const TOLD_EVERY = 500;

/** The paths that a plan may ask a record for. */
const pathsOf = ({ definition, foreseen }: Plan): readonly string[] => [
  ...foreseen.paths,
  ...[...JSON.stringify(definition).matchAll(/"path":"([\w.]+)"/gu)].map(([, path = ""]) => path),
  "owner",
  "department",
  "members.person",
  "parent",
];

const pastOf = async (page: readonly ClosedCase[], past: Past): Promise<readonly PastCase[]> => {
  const [first] = page;
  if (first !== undefined)
    await past.records.load(
      first.recordType,
      page.map(({ recordId }) => recordId),
    );
  return page.map((it) => ({
    caseId: it.id,
    initiatorId: it.initiatorId,
    openedAt: it.openedAt,
    version: it.version,
    events: it.events,
    trail: trailOf(it, past),
    changedAt: past.records.changedAt({ type: it.recordType, id: it.recordId }),
  }));
};

/** Pages of closed cases with their past, each read while the one before is run. */
const pagesOf = async function* (
  reads: Reads,
  past: Past,
  { wish, most }: { readonly wish: ClosedWish; readonly most: number },
): AsyncGenerator<readonly PastCase[]> {
  const read = async (after: ClosedAfter | null, left: number) => {
    const page = await readClosed(reads.db, wish, { after, limit: Math.min(PAGE, left) });
    return { last: page.at(-1), cases: await pastOf(page, past) };
  };
  let ahead = read(null, most);
  for (let left = most; left > 0;) {
    const { last, cases } = await ahead;
    if (last === undefined) return;
    left -= cases.length;
    if (left > 0) ahead = read({ endedAt: last.endedAt, id: last.id }, left);
    yield cases;
  }
};

const readPast = async ({ db, types }: Reads, plan: Plan, from: string): Promise<Past> => {
  const records = new PastRecords(db, types, pathsOf(plan));
  const { rows } = await sql<{ id: string }>`SELECT id FROM territory`.execute(db);
  await records.load(
    "territory",
    rows.map(({ id }) => id),
  );
  return {
    records,
    directory: await PastDirectory.read(db, from),
    calendars: await PastCalendars.read(db),
    versions: await PastVersions.read(db),
  };
};

/**
 * Runs a what-if to its end, page by page; what was found is kept as it goes, so its progress can be left and looked at again.
 * It stops within a page once nobody wants it. Takes much of a processor: never beside the door.
 */
export const runWhatIf = async (reads: Reads, id: string): Promise<void> => {
  const { db } = reads;
  const row = await whatIfRow(db, id);
  const drawn = await db.selectFrom("what_if").select("definition").where("id", "=", id).executeTakeFirstOrThrow();
  const schemas = schemasOf({ types: await currentTypes(reads) });
  const plan = compile(storedDefinition(drawn.definition), schemas);
  const wish = { process: row.process_key, from: row.from_at, until: row.until_at };
  const span = await spanOfClosed(db, wish);
  const cases = Math.min(span.count, MOST_CASES);
  if (!(await noteCases(db, id, { cases, closed: span.count }))) return;
  const past = await readPast(reads, plan, span.from ?? row.from_at);
  const clock = await firmClock(db, span);
  const trial: Trial = {
    plan,
    planOf: await readVersions(db, row.process_key, schemas),
    clock,
    assumptions: row.assumptions,
    seed: row.seed,
  };
  const pages = pagesOf(reads, past, { wish, most: cases });
  const early: (readonly PastCase[])[] = [];
  const learning = new Learning(clock);
  for (let learnt = 0; learnt < Math.min(cases, LEARNT_FROM);) {
    const { value, done } = await pages.next();
    if (done === true) break;
    early.push(value);
    learnt += value.length;
    for (const it of value) learning.learn(refold(it, trial) ?? { steps: [] });
  }
  await compareAll({ reads, id, trial, learning }, async function* () {
    yield* early;
    yield* pages;
  });
};

const compareAll = async (
  { reads: { db }, id, trial, learning }: { reads: Reads; id: string; trial: Trial; learning: Learning },
  pages: () => AsyncGenerator<readonly PastCase[]>,
): Promise<void> => {
  const tally = new Tally();
  const isKept = keeping();
  let [done, kept] = [0, 0];
  for await (const page of pages()) {
    const found = [];
    for (const it of page) {
      const compared = compare(it, { trial, learnt: learning.known });
      tally.add(compared);
      const told = foundOf(compared);
      if (told !== null && isKept(told)) found.push(told);
    }
    done += page.length;
    const summary = done % TOLD_EVERY === 0 ? tally.summary : null;
    if (!(await noteFound(db, id, { done, kept, found, summary }))) return noteSummary(db, id, tally.summary);
    kept += found.length;
  }
  await noteSummary(db, id, tally.summary);
  await noteDone(db, id);
};
