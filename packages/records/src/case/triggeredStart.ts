import { machineReason } from "@sluice/problems";
import { planOf } from "../process/planOf.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import type { CaseInHand } from "./caseInHand.ts";
import { putIntoInbox } from "./putIntoInbox.ts";

/** Whether a case that a change started may take its first step now, later, or not at all. */
export type StartVerdict = "start" | "wait" | "drop";

/**
 * Asks what the process says about a second start for the same record. The record is held meanwhile, so of two that start at
 * once the second sees the first.
 */
export const verdictOnStart = async (tx: DoorTransaction, it: CaseInHand): Promise<StartVerdict> => {
  const plan = planOf(tx.house, { processKey: it.processKey, version: it.version, hash: it.planHash });
  const { concurrency } = plan.start;
  if ((await tx.records.find({ type: it.recordType, id: it.recordId }, "write")) === null) return "drop";
  if (concurrency === "parallel") return "start";
  const running = await tx.db
    .selectFrom("case")
    .select("id")
    .where("process_key", "=", it.processKey)
    .where("record_type", "=", it.recordType)
    .where("record_id", "=", it.recordId)
    .where("id", "<>", it.id)
    .where("status", "<>", "ended")
    .where("seq", ">", 0)
    .execute();
  if (running.length === 0) return "start";
  if (concurrency !== "replace") return concurrency === "queue" ? "wait" : "drop";
  for (const { id } of running)
    await putIntoInbox(tx, id, { type: "intervene", act: { do: "cancel" }, reason: machineReason("startedAnew") });
  return "start";
};

/** Takes a case away that never began: nothing of it was written but its row. */
export const dropCase = async (tx: DoorTransaction, it: CaseInHand): Promise<void> => {
  await tx.db.deleteFrom("case_inbox").where("case_id", "=", it.id).execute();
  await tx.db.deleteFrom("case").where("id", "=", it.id).where("seq", "=", 0).execute();
};
