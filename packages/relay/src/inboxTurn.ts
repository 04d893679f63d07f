import type { CarrierDoor } from "@sluice/records";
import type { Logger } from "@sluice/telemetry";
import type { Pool } from "pg";
import { inParallel } from "./inParallel.ts";

export interface InboxLane {
  readonly pool: Pool;
  readonly lane: "people" | "bulk";
  readonly carrier: CarrierDoor;
  readonly log: Logger;
  /** Rows claimed in one turn. */
  readonly batch: number;
  readonly width: number;
}

const LEASE = "interval '30 seconds'";

/** The rows of a lane that are due first, of cases that nobody delivers to; a case is claimed whole. */
const CLAIM = `
WITH due AS (
  SELECT id, case_id FROM case_inbox AS i
  WHERE lane = $1 AND not_before <= now() AND (leased_until IS NULL OR leased_until < now())
    AND NOT EXISTS (SELECT FROM case_inbox WHERE case_id = i.case_id AND leased_until >= now())
  ORDER BY not_before, id LIMIT $2
  FOR UPDATE SKIP LOCKED
), leased AS (
  UPDATE case_inbox SET leased_until = now() + ${LEASE} FROM due WHERE case_inbox.id = due.id
)
SELECT case_id FROM due GROUP BY case_id ORDER BY min(id)`;

const GIVE_BACK =
  "UPDATE case_inbox SET leased_until = NULL WHERE case_id = ANY($1::uuid[]) AND leased_until IS NOT NULL";

const PUT_OFF =
  "UPDATE case_inbox SET not_before = now() + interval '10 seconds' WHERE case_id = $1 AND not_before <= now()";

/**
 * One turn of a lane: goes on with a change that has not yet been told to all who watch it, then claims what is due in the
 * inboxes of cases by a lease in one statement, and delivers it through the door, one transaction a case.
 *
 * At least once, and what was delivered is gone with the transaction that used it: a relay that dies leaves a lease that runs
 * out. Two that claimed one case all the same wait for each other at its row, and the second finds nothing. A case whose
 * delivery throws is put off for ten seconds, and holds up nobody else. Answers whether anything was due.
 */
export const inboxTurn = async ({ pool, lane, carrier, log, batch, width }: InboxLane): Promise<boolean> => {
  const wentOn = await carrier.fanOut(lane);
  const { rows } = await pool.query<{ case_id: string }>(CLAIM, [lane, batch]);
  if (rows.length === 0) return wentOn;
  const outcomes = await inParallel(rows, width, async ({ case_id }) => {
    await carrier.deliverInbox(case_id);
  });
  for (const [{ case_id: caseId }, error] of outcomes) {
    if (error === null) continue;
    log.error({ caseId, err: error }, "what waits in an inbox could not be delivered");
    await pool.query(PUT_OFF, [caseId]);
  }
  await pool.query(GIVE_BACK, [rows.map(({ case_id }) => case_id)]);
  return true;
};
