import { sql } from "kysely";
import { holdPeople } from "./livingPeople.ts";
import type { WriteOf, WriteStep } from "./writeStep.ts";

/** Gives an open task to one person, or offers it to several. */
export const assignTask = async (write: WriteOf<"assignTask">, step: WriteStep): Promise<void> => {
  const { tx, it, by } = step;
  await holdPeople(step, write.people);
  const [only, ...others] = write.people;
  const assignee = others.length === 0 ? (only ?? null) : null;
  const { rows } = await sql<{ id: string }>`
    UPDATE task SET assignee_id = ${assignee}, claimed_at = ${assignee === null ? null : by.at}, people = ${[...write.people]}::uuid[]
    WHERE case_id = ${it.id} AND key = ${write.task} AND status = 'open' RETURNING id`.execute(tx.db);
  const [task] = rows;
  if (task === undefined) return;
  await sql`UPDATE task_candidate SET open = FALSE WHERE task_id = ${task.id} AND open`.execute(tx.db);
  if (assignee === null && others.length > 0) {
    await sql`
      INSERT INTO task_candidate (task_id, person_id) SELECT ${task.id}, unnest(${[...write.people]}::uuid[])
      ON CONFLICT (task_id, person_id) DO UPDATE SET open = TRUE`.execute(tx.db);
  }
  tx.changes.push({ type: "task", id: task.id, version: step.seq });
};
