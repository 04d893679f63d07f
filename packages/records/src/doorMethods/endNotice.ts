import { problem, Refusal } from "@sluice/problems";
import type { CaseInHand } from "../case/caseInHand.ts";
import type { CommandInHand } from "../command/runCommand.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { newId } from "../transaction/newId.ts";
import type { TaskRow } from "./taskOf.ts";

/**
 * Closes a copy that was read or a question that was answered: nobody waits for it, so the case does not move. An answer is
 * kept like a decision.
 *
 * @problem TASK_NOT_YOURS - it is someone else's
 * @problem TASK_CLOSED - it was closed before
 */
export const endNotice = async (
  tx: DoorTransaction,
  it: CaseInHand,
  { task, comment, by }: { readonly task: TaskRow; readonly comment: string | null; readonly by: CommandInHand },
): Promise<void> => {
  if (task.status !== "open") throw new Refusal([problem("TASK_CLOSED")]);
  if (task.assignee_id !== by.asker.id) throw new Refusal([problem("TASK_NOT_YOURS")]);
  const at = await tx.house.clock.now(tx.db);
  await tx.db
    .updateTable("task")
    .set({ status: "done", closed_at: at, close_reason: "done" })
    .where("id", "=", task.id)
    .execute();
  tx.changes.push({ type: "task", id: task.id, version: it.state.seq });
  if (task.kind !== "consult") return;
  await tx.db
    .insertInto("decision")
    .values({
      id: newId(),
      case_id: it.id,
      seq: it.state.seq,
      task_key: task.key,
      node: task.node,
      verdict: "consulted",
      by: by.asker.id,
      on_behalf_of: null,
      comment,
      round: task.round,
      at,
      process_key: it.processKey,
      process_version: it.version,
    })
    .execute();
};
