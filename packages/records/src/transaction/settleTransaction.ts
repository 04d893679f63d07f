import { sql } from "kysely";
import { writeAudit } from "../audit/writeAudit.ts";
import { birthOfLifeCycle } from "../case/birth.ts";
import { startTriggered } from "../case/startTriggered.ts";
import { wakeWatchers } from "../case/wakeWatchers.ts";
import type { DoorTransaction } from "./doorTransaction.ts";
import { CHANNEL, payloadsOf } from "./news.ts";

/** Writes what a transaction has collected: the cases of records it made, what watching cases must hear, the audit trail, and one NOTIFY. */
export const settleTransaction = async (tx: DoorTransaction): Promise<void> => {
  for (let born = tx.births.shift(); born !== undefined; born = tx.births.shift())
    await birthOfLifeCycle(tx, born.record, born.by);
  await wakeWatchers(tx);
  await startTriggered(tx);
  await writeAudit(tx.db, tx.audit);
  const calls = [
    ...[...tx.inboxOf].map((id) => ({ type: "inbox", id, version: 0 })),
    ...(tx.hasOutbox ? [{ type: "outbox", id: "", version: 0 }] : []),
  ];
  const payloads = payloadsOf([...tx.changes, ...calls]);
  if (payloads.length === 0) return;
  await sql`SELECT pg_notify(${CHANNEL}, it) FROM unnest(${payloads}::text[]) AS it`.execute(tx.db);
};
