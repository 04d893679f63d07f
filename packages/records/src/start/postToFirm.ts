import { problem, Refusal } from "@sluice/problems";
import { sql } from "kysely";
import type { IncomingMessage } from "../case/postMessage.ts";
import { putIntoInbox } from "../case/putIntoInbox.ts";
import type { House } from "../house.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { idOfNamed, type NamedRecord } from "./namedRecord.ts";
import { listenersTo } from "./published.ts";
import { startFor } from "./startFor.ts";
import { takeOnce } from "./takeOnce.ts";

/** A message that names no case: whoever waits for it hears it, else it begins what listens to it. */
export interface FirmMessage extends IncomingMessage {
  readonly record: NamedRecord | null;
}

/** One message is told to at most this many cases. */
const MOST_READERS = 500;

/**
 * The cases that wait for the message under its very key; with a record named, only cases of that record, and those that asked
 * for no key as well.
 */
const readersOf = async (tx: DoorTransaction, { message, key, record }: FirmMessage): Promise<readonly string[]> => {
  const recordId = record === null ? null : await idOfNamed(tx, record);
  if (record !== null && recordId === null) return [];
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT c.id FROM case_await w JOIN "case" c ON c.id = w.case_id
    WHERE w.message = ${message} AND c.status <> 'ended'
      AND (w.key = ${key} OR (w.key IS NULL AND ${recordId}::uuid IS NOT NULL))
      AND (${recordId}::uuid IS NULL OR c.record_id = ${recordId}::uuid)
    ORDER BY c.id LIMIT ${MOST_READERS + 1}`.execute(tx.db);
  if (rows.length > MOST_READERS) throw new Refusal([problem("LIST_TOO_LONG", { limit: MOST_READERS })]);
  return rows.map(({ id }) => id);
};

/**
 * Takes a message that names no case, once per id. Cases that wait for it hear it, and then nothing begins; else a case begins of
 * each published process whose start listens to it, for the record that it names.
 *
 * Decided on one look: a case that begins to wait at the same moment may miss it, as one that waits later does.
 *
 * @problem MESSAGE_UNHEARD - no case waits for it, and nothing begins with it
 * @problem START_NEEDS_RECORD, NOT_FOUND, INPUT_INVALID - as `startFor`
 */
export const postToFirm = (house: House, it: FirmMessage): Promise<"new" | "known"> =>
  takeOnce(house, { source: "message", id: it.id, input: it }, async (tx) => {
    const { id, message, key, payload, record } = it;
    const readers = await readersOf(tx, it);
    for (const caseId of readers) await putIntoInbox(tx, caseId, { type: "message", id, message, key, payload });
    if (readers.length > 0) return;
    const processes = await listenersTo(tx, { on: "message", message });
    if (processes.length === 0) throw new Refusal([problem("MESSAGE_UNHEARD", { message })]);
    await startFor(tx, { processes, record, payload });
  });
