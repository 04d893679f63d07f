import type { TaskDraft } from "@sluice/process";
import { newId } from "../../transaction/newId.ts";
import { holdPeople } from "./livingPeople.ts";
import type { WriteStep } from "./writeStep.ts";

/** Puts work into inboxes: one person's is theirs, several people's is the first's who claims it. */
export const openTask = async (task: TaskDraft, step: WriteStep): Promise<void> => {
  const { tx, it, by } = step;
  await holdPeople(step, task.people);
  const id = newId();
  const [only, ...others] = task.people;
  await tx.db
    .insertInto("task")
    .values({
      id,
      case_id: it.id,
      key: task.key,
      node: task.node,
      kind: task.kind,
      name: JSON.stringify(task.name),
      people: [...task.people],
      assignee_id: others.length === 0 ? (only ?? null) : null,
      stands_for: JSON.stringify(task.standsFor),
      status: "open",
      due_at: task.dueAt,
      round: task.round,
      form: JSON.stringify(task.form),
      outcomes: JSON.stringify(task.outcomes),
      opened_at: by.at,
      opened_seq: step.seq,
    })
    .execute();
  if (others.length > 0) {
    await tx.db
      .insertInto("task_candidate")
      .values(
        task.people.map((personId) => ({
          task_id: id,
          person_id: personId,
          stands_for: task.standsFor[personId] ?? null,
        })),
      )
      .execute();
  }
  tx.changes.push({ type: "task", id, version: step.seq });
};
