import { sql } from "kysely";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import type { CaseInHand } from "./caseInHand.ts";

/*
 * Starts that wait for each other: one case of a process for a record at a time, in the order in which they came.
 *
 * This file is the sole owner of the queue: it stands in `case_inbox`, where the start of a case that waits is due at infinity.
 */

type InQueue = Pick<CaseInHand, "id" | "processKey" | "recordType" | "recordId">;

/** The cases of the same process for the same record, whose row is called `c`. */
const sameQueue = ({ processKey, recordType, recordId }: InQueue) =>
  sql`c.process_key = ${processKey} AND c.record_type = ${recordType} AND c.record_id = ${recordId} AND c.status <> 'ended'`;

/**
 * Whether a case of the same process for the same record has begun and not ended, or came before this one and is yet to begin.
 *
 * Those that run are held for share: one that is about to end has done so, or ends after this start waits and finds it.
 */
export const isBehindOthers = async (tx: DoorTransaction, it: InQueue): Promise<boolean> => {
  const running = await sql`
    SELECT c.id FROM "case" AS c WHERE ${sameQueue(it)} AND c.id <> ${it.id} AND c.seq > 0 ORDER BY c.id FOR SHARE`.execute(
    tx.db,
  );
  if (running.rows.length > 0) return true;
  const earlier = await sql`
    SELECT FROM "case" AS c JOIN case_inbox AS i ON i.case_id = c.id
    WHERE ${sameQueue(it)} AND c.id <> ${it.id} AND c.seq = 0
      AND i.id < (SELECT min(id) FROM case_inbox WHERE case_id = ${it.id}) LIMIT 1`.execute(tx.db);
  return earlier.rows.length > 0;
};

/** Lets a start wait until it is woken. */
export const waitInQueue = async (tx: DoorTransaction, { id }: InQueue): Promise<void> => {
  await sql`UPDATE case_inbox SET not_before = 'infinity' WHERE case_id = ${id}`.execute(tx.db);
};

/** Wakes the start that came first of those that wait, when this case has ended or will not begin. */
export const wakeQueued = async (tx: DoorTransaction, it: InQueue): Promise<void> => {
  const { rows } = await sql<{ case_id: string }>`
    UPDATE case_inbox SET not_before = clock_timestamp() WHERE not_before = 'infinity' AND case_id = (
      SELECT c.id FROM "case" AS c JOIN case_inbox AS i ON i.case_id = c.id
      WHERE ${sameQueue(it)} AND c.id <> ${it.id} AND c.seq = 0 AND i.not_before = 'infinity' ORDER BY i.id LIMIT 1
    ) RETURNING case_id`.execute(tx.db);
  for (const row of rows) tx.inboxOf.add(row.case_id);
};
