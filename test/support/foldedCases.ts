import { recordSchemas } from "@sluice/domain";
import {
  advance,
  compile,
  migrateState,
  newborn,
  storedDefinition,
  upgradeEvent,
  type CaseEvent,
  type CaseState,
  type Facts,
  type Plan,
} from "@sluice/process";
import type { TestFirm } from "./aFirm.ts";

interface CaseRow {
  readonly id: string;
  readonly process_key: string;
  readonly opened_at: string;
  readonly initiator_id: string | null;
  readonly state: CaseState;
  readonly version: number;
}

interface VersionRow {
  readonly process_key: string;
  readonly version: number;
  readonly hash: string;
  readonly definition: unknown;
}

interface EventRow {
  readonly case_id: string;
  readonly at: string;
  readonly actor: CaseEvent["actor"];
  readonly event: CaseEvent;
  readonly used: Facts;
}

/** All that is kept of one case: how it began, what happened, and where it stands. */
export interface CaseLog extends CaseRow {
  readonly events: readonly EventRow[];
  /** The versions of its process. */
  readonly versions: readonly VersionRow[];
}

/** Reads the log of every case of a firm. Nothing is asked of the database after this. */
export const readCaseLogs = async (firm: Pick<TestFirm, "rows">): Promise<readonly CaseLog[]> => {
  const cases = await firm.rows<CaseRow & Record<string, unknown>>(
    'SELECT id, process_key, version, opened_at, initiator_id, state FROM "case" ORDER BY opened_at',
  );
  const versions = await firm.rows<VersionRow & Record<string, unknown>>(
    "SELECT process_key, version, hash, definition FROM process_version",
  );
  const events = await firm.rows<EventRow & Record<string, unknown>>(
    "SELECT case_id, at, actor, event, used FROM case_event ORDER BY case_id, seq",
  );
  return cases.map((it) => ({
    ...it,
    events: events.filter((event) => event.case_id === it.id),
    versions: versions.filter(({ process_key }) => process_key === it.process_key),
  }));
};

const plans = new Map<string, Plan>();

const planOf = ({ versions, process_key }: CaseLog, version: number): Plan => {
  const row = versions.find((it) => it.version === version);
  if (row === undefined) throw new Error(`${process_key}@${version} was never published`);
  const known = plans.get(row.hash) ?? compile(storedDefinition(row.definition), recordSchemas);
  plans.set(row.hash, known);
  return known;
};

/** The version that a case was opened on: the one that its first migration took it from. */
const firstVersion = ({ events, version }: CaseLog): number => {
  const migration = events.map(({ event }) => event).find((event) => event.type === "migrate");
  return migration?.type === "migrate" ? migration.from.version : version;
};

/** The state that a case's events lead to, each taken anew on the facts that were kept with it, over all its versions. */
export const foldOf = (log: CaseLog): CaseState => {
  let plan = planOf(log, firstVersion(log));
  let state = newborn(log.opened_at, log.initiator_id);
  for (const { at, actor, event: stored, used } of log.events) {
    const event = { ...upgradeEvent(stored), at, actor };
    const to = event.type === "migrate" ? planOf(log, event.to.version) : plan;
    const answer =
      event.type === "migrate"
        ? migrateState({ from: plan, to }, state, event, used)
        : advance(plan, state, event, used);
    if (answer.answer !== "advanced") throw new Error(`the fold of ${log.process_key} ${log.id} was ${answer.answer}`);
    [plan, state] = [to, answer.state];
  }
  return state;
};
