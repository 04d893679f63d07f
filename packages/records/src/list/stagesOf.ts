import type { LocalText } from "@sluice/problems";
import { sql } from "kysely";
import type { Reads } from "./reads.ts";

interface StageRow {
  readonly record_id: string;
  readonly case_id: string;
  readonly stage_name: LocalText | null;
}

/** The newest life-cycle case of each record, with the name of the stage it stands in. */
export const stagesOf = async (
  reads: Reads,
  recordType: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly caseId: string; readonly stageName: LocalText | null }>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<StageRow>`
    SELECT DISTINCT ON (record_id) record_id, id AS case_id, stage_name FROM "case"
    WHERE record_type = ${recordType} AND record_id = ANY (${ids}::uuid[]) AND kind = 'lifeCycle'
    ORDER BY record_id, opened_at DESC, id DESC`.execute(reads.db);
  return new Map(rows.map((row) => [row.record_id, { caseId: row.case_id, stageName: row.stage_name }]));
};
