import type { DB } from "@sluice/records";
import { type Kysely, sql } from "kysely";
import { localText } from "../shape/localText.ts";
import type { ProcessRow } from "./processShapes.ts";

interface Row {
  readonly key: string;
  readonly record_type: string;
  readonly kind: "lifeCycle" | "side";
  readonly published_version: number | null;
  readonly name: unknown;
  readonly rev: number | null;
  readonly running: string;
  readonly late: string;
  readonly changed_at: string | null;
  readonly changed_by: string | null;
}

/** Every process with how much of it runs, how much is late, and who changed it last: draft before published version. */
export const listProcesses = async (db: Kysely<DB>): Promise<ProcessRow[]> => {
  const { rows } = await sql<Row>`
    select process.key, process.record_type, process.kind, process.published_version, draft.rev,
      coalesce(draft.definition -> 'name', published.definition -> 'name') as name,
      coalesce(draft.updated_at, published.published_at, process.updated_at) as changed_at,
      coalesce(drafter.name, publisher.name) as changed_by,
      (select count(*) from "case" where "case".process_key = process.key and "case".status <> 'ended') as running,
      (select count(distinct stay.case_id) from stay join "case" on "case".id = stay.case_id
        where stay.process_key = process.key and stay.left_at is null and stay.due_at <= now() and "case".status = 'running') as late
    from process
    left join process_draft as draft on draft.process_key = process.key
    left join process_version as published on published.process_key = process.key and published.version = process.published_version
    left join person as drafter on drafter.id = draft.updated_by
    left join person as publisher on publisher.id = published.published_by
    order by process.record_type, process.key`.execute(db);
  return rows.map((row) => ({
    key: row.key,
    name: localText.catch({ en: row.key, zh: row.key }).parse(row.name),
    recordType: row.record_type,
    kind: row.kind,
    publishedVersion: row.published_version,
    draftRev: row.rev,
    running: Number(row.running),
    late: Number(row.late),
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  }));
};
