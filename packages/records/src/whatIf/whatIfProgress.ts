import type { WhatIfSummary } from "@sluice/process";
import { sql, type Kysely } from "kysely";
import type { DB } from "../generated/database.ts";
import type { FoundCase } from "./foundCases.ts";

/** Says that what-ifs are still worked on. */
export const beatWhatIfs = async (db: Kysely<DB>, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await sql`UPDATE what_if SET beat_at = clock_timestamp() WHERE id = ANY (${[...ids]}::uuid[]) AND status = 'running'`.execute(
    db,
  );
};

/** Ends those that still run as what they are: nobody works on them any more, or they could not be run. */
export const endWhatIfs = async (db: Kysely<DB>, ids: readonly string[], status: "ended" | "failed"): Promise<void> => {
  if (ids.length === 0) return;
  await sql`
    UPDATE what_if SET status = ${status}, ended_at = clock_timestamp()
    WHERE id = ANY (${[...ids]}::uuid[]) AND status = 'running'`.execute(db);
};

/** Notes how many cases there are to run. Answers whether it is still wanted. */
export const noteCases = async (
  db: Kysely<DB>,
  id: string,
  { cases, closed }: { readonly cases: number; readonly closed: number },
): Promise<boolean> => {
  const { rows } = await sql`
    UPDATE what_if SET cases = ${cases}, closed = ${closed} WHERE id = ${id} AND status = 'running' RETURNING id`.execute(
    db,
  );
  return rows.length > 0;
};

/** Notes what was found in some more cases, and what it all comes to so far. Answers whether the rest is still wanted. */
export const noteFound = async (
  db: Kysely<DB>,
  id: string,
  told: {
    readonly done: number;
    readonly kept: number;
    readonly found: readonly FoundCase[];
    readonly summary: WhatIfSummary | null;
  },
): Promise<boolean> => {
  const { found, kept, done, summary } = told;
  await sql`
    INSERT INTO what_if_case (what_if_id, place, case_id, kinds, detail)
    SELECT ${id}::uuid, place, case_id, ARRAY(SELECT jsonb_array_elements_text(kinds)), detail
    FROM unnest(${found.map((_, index) => kept + index)}::int[], ${found.map(({ caseId }) => caseId)}::uuid[],
      ${found.map(({ kinds }) => JSON.stringify(kinds))}::jsonb[], ${found.map(({ detail }) => JSON.stringify(detail))}::jsonb[])
      AS it (place, case_id, kinds, detail)
    WHERE EXISTS (SELECT FROM what_if WHERE id = ${id}) ON CONFLICT DO NOTHING`.execute(db);
  const { rows } = await sql<{ status: string }>`
    UPDATE what_if SET done = ${done}, summary = coalesce(${summary === null ? null : JSON.stringify(summary)}::jsonb, summary), beat_at = clock_timestamp()
    WHERE id = ${id} RETURNING status`.execute(db);
  return rows[0]?.status === "running";
};

/** Notes what the cases that were run come to, also of one that nobody wanted to its end. */
export const noteSummary = async (db: Kysely<DB>, id: string, summary: WhatIfSummary): Promise<void> => {
  await sql`UPDATE what_if SET summary = ${JSON.stringify(summary)}::jsonb WHERE id = ${id}`.execute(db);
};

/** Notes that all cases were run. */
export const noteDone = async (db: Kysely<DB>, id: string): Promise<void> => {
  await sql`
    UPDATE what_if SET status = 'done', ended_at = clock_timestamp() WHERE id = ${id} AND status = 'running'`.execute(
    db,
  );
};
