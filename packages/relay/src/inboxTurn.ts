import type { CarrierDoor } from "@sluice/records";
import type { Logger } from "@sluice/telemetry";
import type { Pool } from "pg";
import { inParallel } from "./inParallel.ts";

export interface InboxLane {
  readonly pool: Pool;
  readonly lane: "people" | "bulk";
  readonly carrier: CarrierDoor;
  readonly log: Logger;
  /** Cases delivered to in one turn. */
  readonly batch: number;
  readonly width: number;
}

const DUE = `
SELECT case_id FROM case_inbox
WHERE lane = $1 AND not_before <= now()
GROUP BY case_id ORDER BY min(id) LIMIT $2`;

const PUT_OFF =
  "UPDATE case_inbox SET not_before = now() + interval '10 seconds' WHERE case_id = $1 AND not_before <= now()";

/**
 * One turn of a lane: goes on with a change that has not yet been told to all who watch it, then delivers what waits in the
 * inboxes of cases through the door, one transaction a case.
 *
 * Delivery is idempotent: what was delivered is gone with the transaction that used it. A case whose delivery throws is put
 * off for ten seconds, and holds up nobody else. Answers whether anything was due.
 */
export const inboxTurn = async ({ pool, lane, carrier, log, batch, width }: InboxLane): Promise<boolean> => {
  const wentOn = await carrier.fanOut(lane);
  const { rows } = await pool.query<{ case_id: string }>(DUE, [lane, batch]);
  if (rows.length === 0) return wentOn;
  const outcomes = await inParallel(rows, width, async ({ case_id }) => {
    await carrier.deliverInbox(case_id);
  });
  for (const [{ case_id: caseId }, error] of outcomes) {
    if (error === null) continue;
    log.error({ caseId, err: error }, "what waits in an inbox could not be delivered");
    await pool.query(PUT_OFF, [caseId]);
  }
  return true;
};
