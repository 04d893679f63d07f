import { sql } from "kysely";
import type { WriteOf, WriteStep } from "./writeStep.ts";

/** Says when an open task is due from now on. */
export const dueTask = async (write: WriteOf<"dueTask">, { tx, it, seq }: WriteStep): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    UPDATE task SET due_at = ${write.dueAt}
    WHERE case_id = ${it.id} AND key = ${write.task} AND status = 'open' RETURNING id`.execute(tx.db);
  for (const { id } of rows) tx.changes.push({ type: "task", id, version: seq });
};
