import { problem, Refusal } from "@sluice/problems";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

export const taskOf = async (tx: DoorTransaction, taskId: string) => {
  const task = await tx.db
    .selectFrom("task")
    .select(["id", "case_id", "key", "node", "kind", "status", "assignee_id", "round"])
    .where("id", "=", taskId)
    .executeTakeFirst();
  if (task === undefined) throw new Refusal([problem("NOT_FOUND", { recordType: "task" })]);
  return task;
};

export type TaskRow = Awaited<ReturnType<typeof taskOf>>;
