import { sql } from "kysely";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import type { MigrationRow } from "./migrationRow.ts";

/** An incident of a case that this migration moved, raised since: it stops the others. */
export const incidentOf = async (
  { db }: Pick<DoorTransaction, "db">,
  { id }: Pick<MigrationRow, "id">,
): Promise<{ readonly caseId: string; readonly code: string } | null> => {
  const { rows } = await sql<{ caseId: string; code: string }>`
    SELECT i.case_id AS "caseId", i.code FROM incident i
    JOIN case_migration_case m ON m.migration_id = ${id} AND m.case_id = i.case_id AND m.verdict = 'moves'
    WHERE i.cleared_at IS NULL AND i.raised_at >= m.at LIMIT 1`.execute(db);
  return rows[0] ?? null;
};
