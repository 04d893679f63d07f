import { recordSchemas } from "@sluice/domain";
import {
  advance,
  type CaseEvent,
  type CaseState,
  compile,
  type Facts,
  newborn,
  storedDefinition,
  upgradeEvent,
} from "@sluice/process";
import type { ParcelHouse } from "./aParcelHouse.ts";

/** A case as it is stored, and all that has happened in it. */
export interface StoredCase {
  readonly id: string;
  readonly process: string;
  readonly definition: unknown;
  readonly openedAt: string;
  readonly initiatorId: string | null;
  readonly state: CaseState;
  readonly events: readonly {
    readonly at: string;
    readonly actor: CaseEvent["actor"];
    readonly event: CaseEvent;
    readonly used: Facts;
  }[];
}

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** Reads every case of the house with its events, so that they can be looked at when the database is closed. */
export const storedCases = ({ rows }: ParcelHouse): Promise<readonly StoredCase[]> =>
  rows<StoredCase>(`
    SELECT c.id, c.process_key AS process, p.definition, c.state, c.initiator_id AS "initiatorId",
      to_char(c.opened_at AT TIME ZONE 'UTC', ${ISO}) AS "openedAt",
      (SELECT json_agg(json_build_object('at', to_char(e.at AT TIME ZONE 'UTC', ${ISO}), 'actor', e.actor, 'event', e.event, 'used', e.used) ORDER BY e.seq)
       FROM case_event AS e WHERE e.case_id = c.id) AS events
    FROM "case" AS c JOIN process_version AS p ON p.process_key = c.process_key AND p.version = c.version
    WHERE c.seq > 0`);

/** What the kernel alone makes of the stored events. */
export const foldedCase = ({ id, definition, openedAt, initiatorId, events }: StoredCase): CaseState => {
  const plan = compile(storedDefinition(definition), recordSchemas);
  return events.reduce(
    (state, { event, at, actor, used }) => {
      const answer = advance(plan, state, { ...upgradeEvent(event), at, actor }, used);
      if (answer.answer !== "advanced") throw new Error(`the fold of ${id} was ${answer.answer}`);
      return answer.state;
    },
    newborn(openedAt, initiatorId),
  );
};
