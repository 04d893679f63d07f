import { machineReason } from "@sluice/problems";
import { sql } from "kysely";
import { planOf } from "../process/planOf.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import type { CaseInHand } from "./caseInHand.ts";
import { putIntoInbox } from "./putIntoInbox.ts";
import { isBehindOthers, wakeQueued } from "./startQueue.ts";

/** Whether a case that was asked for may take its first step now, later, or not at all. */
export type StartVerdict = "start" | "wait" | "drop";

/** The other cases of its process for its record that have begun and not ended. */
const runningBeside = async (tx: DoorTransaction, it: CaseInHand): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM "case" WHERE process_key = ${it.processKey} AND record_type = ${it.recordType} AND record_id = ${it.recordId}
      AND id <> ${it.id} AND status <> 'ended' AND seq > 0`.execute(tx.db);
  return rows.map(({ id }) => id);
};

/**
 * Asks what the process says about a second start for the same record. The record is held meanwhile, so of two that start at
 * once the second sees the first.
 */
export const verdictOnStart = async (tx: DoorTransaction, it: CaseInHand): Promise<StartVerdict> => {
  const plan = planOf(tx.house, { processKey: it.processKey, version: it.version, hash: it.planHash });
  const { concurrency } = plan.start;
  const queues = concurrency === "queue";
  const isBehind = queues && (await isBehindOthers(tx, it));
  if ((await tx.records.find({ type: it.recordType, id: it.recordId }, "write")) === null) return "drop";
  if (concurrency === "parallel") return "start";
  if (queues) return isBehind || (await isBehindOthers(tx, it)) ? "wait" : "start";
  const running = await runningBeside(tx, it);
  if (running.length === 0) return "start";
  if (concurrency === "skip") return "drop";
  for (const id of running)
    await putIntoInbox(tx, id, { type: "intervene", act: { do: "cancel" }, reason: machineReason("startedAnew") });
  return "start";
};

/** Takes a case away that never began: nothing of it was written but its row. Whoever waited behind it is next. */
export const dropCase = async (tx: DoorTransaction, it: CaseInHand): Promise<void> => {
  await tx.db.deleteFrom("case_inbox").where("case_id", "=", it.id).execute();
  await tx.db.deleteFrom("case").where("id", "=", it.id).where("seq", "=", 0).execute();
  await wakeQueued(tx, it);
};
