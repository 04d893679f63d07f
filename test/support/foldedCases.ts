import { recordSchemas } from "@sluice/domain";
import {
  advance,
  compile,
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
  readonly hash: string;
  readonly definition: unknown;
  readonly opened_at: string;
  readonly initiator_id: string | null;
  readonly state: CaseState;
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
}

/** Reads the log of every case of a firm. Nothing is asked of the database after this. */
export const readCaseLogs = async (firm: Pick<TestFirm, "rows">): Promise<readonly CaseLog[]> => {
  const cases = await firm.rows<CaseRow & Record<string, unknown>>(
    `SELECT c.id, c.process_key, v.hash, v.definition, c.opened_at, c.initiator_id, c.state
     FROM "case" c JOIN process_version v ON v.process_key = c.process_key AND v.version = c.version ORDER BY c.opened_at`,
  );
  const events = await firm.rows<EventRow & Record<string, unknown>>(
    "SELECT case_id, at, actor, event, used FROM case_event ORDER BY case_id, seq",
  );
  return cases.map((it) => ({ ...it, events: events.filter((event) => event.case_id === it.id) }));
};

const plans = new Map<string, Plan>();

const planOf = ({ hash, definition }: CaseLog): Plan => {
  const known = plans.get(hash) ?? compile(storedDefinition(definition), recordSchemas);
  plans.set(hash, known);
  return known;
};

/** The state that a case's events lead to, each taken anew on the facts that were kept with it. */
export const foldOf = (log: CaseLog): CaseState =>
  log.events.reduce(
    (state, { at, actor, event, used }) => {
      const answer = advance(planOf(log), state, { ...upgradeEvent(event), at, actor }, used);
      if (answer.answer !== "advanced")
        throw new Error(`the fold of ${log.process_key} ${log.id} was ${answer.answer}`);
      return answer.state;
    },
    newborn(log.opened_at, log.initiator_id),
  );
