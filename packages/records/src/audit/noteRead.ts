import { sql } from "kysely";
import type { Reads } from "../list/reads.ts";
import type { RecordRef } from "../registry/storedRecord.ts";

/** Opening one thing again and again within this time is one line: a page that refreshes itself is no news. */
const ONCE_PER = sql`interval '1 hour'`;

/** What somebody looked at or took out, and which record that was. */
export interface ReadNote {
  readonly personId: string;
  readonly action: "opened" | "exported";
  readonly ref: RecordRef;
}

/** Notes in the audit trail that a person looked at a record, before they see it: once an hour for the same look. */
export const noteRead = async ({ db }: Reads, { personId, action, ref }: ReadNote): Promise<void> => {
  const actor = JSON.stringify({ kind: "person", personId });
  await sql`
    INSERT INTO audit (at, actor, via, action, record_type, record_id, detail)
    SELECT clock_timestamp(), ${actor}::jsonb, 'read', ${action}::text, ${ref.type}::text, ${ref.id}::uuid, '{}'::jsonb
    WHERE NOT EXISTS (
      SELECT FROM audit WHERE record_type = ${ref.type} AND record_id = ${ref.id}::uuid AND action = ${action}
        AND actor = ${actor}::jsonb AND at > clock_timestamp() - ${ONCE_PER})`.execute(db);
};
