import type { WriteOf, WriteStep } from "./writeStep.ts";

/** Shows an open task as it is drawn now: under the name, with the form, outcomes and due time of the new version. */
export const redrawTask = async (
  { task: key, node, name, form, outcomes, dueAt }: WriteOf<"redrawTask">,
  { tx, it, seq }: WriteStep,
): Promise<void> => {
  const drawn = await tx.db
    .updateTable("task")
    .set({
      node,
      name: JSON.stringify(name),
      form: JSON.stringify(form),
      ...(outcomes === undefined ? {} : { outcomes: JSON.stringify(outcomes) }),
      ...(dueAt === undefined ? {} : { due_at: dueAt }),
    })
    .where("case_id", "=", it.id)
    .where("key", "=", key)
    .where("status", "=", "open")
    .returning("id")
    .execute();
  for (const { id } of drawn) tx.changes.push({ type: "task", id, version: seq });
};
