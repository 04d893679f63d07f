import type { Stood } from "@sluice/process";
import { sql, type Kysely } from "kysely";
import type { DB } from "../generated/database.ts";

/** When the work of each token of a case is due. */
export const duesOf = async (db: Kysely<DB>, caseId: string): Promise<Stood["dues"]> => {
  const { rows } = await sql<{ token: string; dueAt: string | null }>`
    SELECT token, due_at AS "dueAt" FROM stay WHERE case_id = ${caseId} AND left_at IS NULL AND NOT is_stage`.execute(
    db,
  );
  return Object.fromEntries(rows.map(({ token, dueAt }) => [token, dueAt]));
};
