import { sql } from "kysely";
import type { WriteOf, WriteStep } from "./writeStep.ts";

/** Takes work out of the inboxes, with the reason. */
export const closeTask = async (write: WriteOf<"closeTask">, { tx, it, by, seq }: WriteStep): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    WITH closed AS (
      UPDATE task SET status = ${write.reason === "done" ? "done" : "closed"}, closed_at = ${by.at}, close_reason = ${write.reason}, outcome = ${write.outcome}
      WHERE case_id = ${it.id} AND key = ${write.task} AND status = 'open' RETURNING id
    ), offers AS (
      UPDATE task_candidate SET open = FALSE FROM closed WHERE task_id = closed.id AND open
    )
    SELECT id FROM closed`.execute(tx.db);
  for (const row of rows) tx.changes.push({ type: "task", id: row.id, version: seq });
};
