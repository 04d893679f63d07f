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
