import type { Problem } from "@sluice/problems";
import {
  verdictOf,
  type MigrationMapping,
  type MigrationVerdict,
  type TimerChoice,
  type VersionName,
} from "@sluice/process";
import { sql, type Kysely } from "kysely";
import type { CaseInHand } from "../case/caseInHand.ts";
import { unlockedSource } from "../case/facts/unlockedSource.ts";
import { readCases } from "../case/lockCase.ts";
import type { Caller } from "../door.ts";
import type { DB } from "../generated/database.ts";
import type { House } from "../house.ts";
import { readAsker } from "../person/asker.ts";
import { preparePlan } from "../process/planOf.ts";
import type { RecordTypes } from "../registry/recordTypes.ts";
import { connect } from "../transaction/connect.ts";
import { kyselyOn } from "../transaction/kyselyOn.ts";
import { assertMayMigrate } from "./assertMayMigrate.ts";
import { meantCases, type MigrationFilter } from "./meantCases.ts";
import { judgeMigration, migrationOf } from "./takeMigration.ts";
import { versionNamed } from "./versionNamed.ts";

/** The most cases that one page of a preview looks at. */
export const PREVIEW_PAGE = 200;

/** Which cases are looked at, and how they would be taken over. */
export interface PreviewWish {
  readonly process: string;
  readonly from: number;
  readonly to: number;
  readonly mapping: MigrationMapping;
  readonly timers: TimerChoice;
  readonly filter?: MigrationFilter;
  /** The last case of the page before. */
  readonly after?: string;
  readonly limit?: number;
}

/** What would come of one case, and why it would not move. */
export interface PreviewedCase {
  readonly caseId: string;
  readonly verdict: MigrationVerdict;
  readonly problems: readonly Problem[];
}

interface ReadBy {
  readonly db: Kysely<DB>;
  readonly types: RecordTypes;
}

/** One page of a preview: `of` is how many cases there are in all, `next` what to ask the page after with. */
export interface MigrationPreview {
  readonly of: number;
  readonly counts: Readonly<Record<MigrationVerdict, number>>;
  readonly cases: readonly PreviewedCase[];
  readonly next: string | null;
}

const meant = (by: ReadBy, { process, from, filter = {} }: PreviewWish) => meantCases(by, { process, from, filter });

const pageOf = async (by: ReadBy, wish: PreviewWish): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT c.id ${await meant(by, wish)} AND (${wish.after ?? null}::uuid IS NULL OR c.id > ${wish.after ?? null}::uuid)
    ORDER BY c.id LIMIT ${Math.min(wish.limit ?? PREVIEW_PAGE, PREVIEW_PAGE)}`.execute(by.db);
  return rows.map(({ id }) => id);
};

const countOf = async (by: ReadBy, wish: PreviewWish): Promise<number> => {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count ${await meant(by, wish)}`.execute(by.db);
  return rows[0]?.count ?? 0;
};

/** What would come of one case, by the same kernel and judge that take it over. */
const look = async (
  { house, db, at, personId }: { house: House; db: Kysely<DB>; at: string; personId: string },
  it: CaseInHand,
  to: VersionName,
  { mapping, timers }: PreviewWish,
): Promise<PreviewedCase> => {
  const event = migrationOf(it, to, { mapping, timers, reason: "…" }, { at, actor: { kind: "person", personId } });
  const answer = await judgeMigration(house, it, event, unlockedSource(house, db, it, at));
  const problems = answer.answer === "refused" ? answer.problems : [];
  return { caseId: it.id, verdict: answer.answer === "superseded" ? "cannot" : verdictOf(problems), problems };
};

/**
 * Answers what would come of the open cases of a version, a page at a time, before anything is changed. Unlocked, and by the
 * same kernel: a case that moves on meanwhile may have another verdict when its turn comes.
 *
 * @problem NOT_ALLOWED - the caller is no admin
 * @problem NOT_FOUND - there is no such version
 */
export const migrationPreview = async (house: House, wish: PreviewWish, caller: Caller): Promise<MigrationPreview> => {
  const client = await connect(house.pool);
  try {
    const db = kyselyOn(client);
    assertMayMigrate(await readAsker(db, caller.personId));
    const [from, to] = [await versionNamed(db, wish.process, wish.from), await versionNamed(db, wish.process, wish.to)];
    for (const name of [from, to]) await preparePlan(house, db, { processKey: wish.process, ...name });
    const ids = await pageOf({ db, types: house.types }, wish);
    const held = new Map((await readCases({ db }, ids)).map((it) => [it.id, it]));
    const at = await house.clock.now(db);
    const cases: PreviewedCase[] = [];
    for (const id of ids) {
      const it = held.get(id);
      if (it !== undefined && it.version === from.version)
        cases.push(await look({ house, db, at, personId: caller.personId }, it, to, wish));
    }
    const counts = { moves: 0, needsMapping: 0, waitsForEver: 0, repeatsEffect: 0, cannot: 0 };
    for (const { verdict } of cases) counts[verdict] += 1;
    const isFull = ids.length === Math.min(wish.limit ?? PREVIEW_PAGE, PREVIEW_PAGE);
    return {
      of: await countOf({ db, types: house.types }, wish),
      counts,
      cases,
      next: isFull ? (ids.at(-1) ?? null) : null,
    };
  } finally {
    client.release();
  }
};
