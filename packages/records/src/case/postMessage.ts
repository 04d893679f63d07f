import type { Json } from "@sluice/process";
import { sql } from "kysely";
import type { House } from "../house.ts";
import { runTransaction } from "../transaction/runTransaction.ts";
import { putIntoInbox } from "./putIntoInbox.ts";

/** A message from outside, as its sender names it. */
export interface IncomingMessage {
  /** The sender's own id: the same message, however often it is sent. */
  readonly id: string;
  readonly message: string;
  readonly key: string | null;
  readonly payload: Json;
}

/** What came of a message: it is new, it was known already, or there is no case that could hear it. */
export type Posted = "new" | "known" | "noCase";

/**
 * Leaves a message in a case's inbox, once per id: a repeated one is taken for the first.
 *
 * The case need not wait for it yet; the kernel keeps early ones. The case's row is locked, so two repetitions at once are one.
 */
export const postMessage = (house: House, caseId: string, it: IncomingMessage): Promise<Posted> =>
  runTransaction(house, async (tx): Promise<Posted> => {
    const { rows } = await sql<{ status: string }>`
      SELECT status FROM "case" WHERE id = ${caseId} FOR NO KEY UPDATE`.execute(tx.db);
    const { rows: known } = await sql`
      SELECT 1 FROM case_inbox WHERE case_id = ${caseId} AND happening ->> 'type' = 'message' AND happening ->> 'id' = ${it.id}
      UNION ALL
      SELECT 1 FROM case_event WHERE case_id = ${caseId} AND event ->> 'type' = 'message' AND event ->> 'id' = ${it.id}`.execute(
      tx.db,
    );
    if (known.length > 0) return "known";
    if (rows[0] === undefined || rows[0].status === "ended") return "noCase";
    await putIntoInbox(tx, caseId, {
      type: "message",
      id: it.id,
      message: it.message,
      key: it.key,
      payload: it.payload,
    });
    return "new";
  });
