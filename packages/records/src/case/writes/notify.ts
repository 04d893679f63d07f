import { newId } from "../../transaction/newId.ts";
import type { WriteOf, WriteStep } from "./writeStep.ts";

/** Leaves a notice in the inbox of each of these people. */
export const notify = async (write: WriteOf<"notify">, { tx, it, by }: WriteStep): Promise<void> => {
  if (write.people.length === 0) return;
  const notices = write.people.map((personId) => ({
    id: newId(),
    person_id: personId,
    case_id: it.id,
    record_type: it.recordType,
    record_id: it.recordId,
    node: write.node,
    subject: JSON.stringify(write.subject),
    at: by.at,
  }));
  await tx.db.insertInto("notice").values(notices).execute();
  for (const { id } of notices) tx.changes.push({ type: "notice", id, version: 1 });
};
