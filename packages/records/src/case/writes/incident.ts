import { sql } from "kysely";
import type { WriteOf, WriteStep } from "./writeStep.ts";

/** Shows that a machine's step could not be taken. */
export const raiseIncident = async (write: WriteOf<"raiseIncident">, { tx, it, by }: WriteStep): Promise<void> => {
  await sql`
    INSERT INTO incident (case_id, key, node, code, values, raised_at)
    VALUES (${it.id}, ${write.incident}, ${write.node}, ${write.code}, ${JSON.stringify(write.values)}, ${by.at})
    ON CONFLICT (case_id, key) DO UPDATE SET cleared_at = NULL, raised_at = excluded.raised_at, values = excluded.values`.execute(
    tx.db,
  );
};

/** Shows that it was taken, skipped or undone since. */
export const clearIncident = async (write: WriteOf<"clearIncident">, { tx, it, by }: WriteStep): Promise<void> => {
  await tx.db
    .updateTable("incident")
    .set({ cleared_at: by.at })
    .where("case_id", "=", it.id)
    .where("key", "=", write.incident)
    .where("cleared_at", "is", null)
    .execute();
};

/** Keeps what went wrong and was answered at once as the drawing says: an incident that never stood open, and a line of the audit trail. */
export const overcomeIncident = async (write: WriteOf<"overcomeIncident">, step: WriteStep): Promise<void> => {
  const { tx, it, by, seq } = step;
  const { incident, node, code, values } = write;
  await sql`
    INSERT INTO incident (case_id, key, node, code, values, raised_at, cleared_at)
    VALUES (${it.id}, ${incident}, ${node}, ${code}, ${JSON.stringify(values)}, ${by.at}, ${by.at})
    ON CONFLICT (case_id, key) DO NOTHING`.execute(tx.db);
  tx.audit.push({
    at: by.at,
    actor: by.actor,
    via: by.via,
    action: "overcome",
    recordType: it.recordType,
    recordId: it.recordId,
    caseId: it.id,
    seq,
    commandId: by.commandId,
    detail: { node, code, by: write.by },
  });
};
