import type { Reads } from "@sluice/records";
import { sql } from "kysely";
import { type RecordTitle, recordTitles } from "../records/recordTitles.ts";

interface Row {
  readonly id: string;
  readonly type: string;
  readonly record: string;
}

/** The records that cases are about, by case. A case that is gone has none. */
export const recordsOfCases = async (
  { db, types }: Pick<Reads, "db" | "types">,
  caseIds: readonly string[],
): Promise<(caseId: string) => RecordTitle | null> => {
  if (caseIds.length === 0) return () => null;
  const { rows } = await sql<Row>`
    select id, record_type as type, record_id as record from "case" where id = any (${[...caseIds]}::uuid[])`.execute(
    db,
  );
  const titleOf = await recordTitles(
    db,
    types,
    rows.map(({ type, record }) => ({ type, id: record })),
  );
  const known = new Map(rows.map(({ id, type, record }) => [id, titleOf({ type, id: record })]));
  return (caseId) => known.get(caseId) ?? null;
};
