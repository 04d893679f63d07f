import type { DB } from "@sluice/records";
import { type Kysely, sql } from "kysely";
import { fromCursor, pageFrom } from "../shape/cursor.ts";
import { localText } from "../shape/localText.ts";
import type { Page } from "../shape/page.ts";
import type { ProcessPageInput, ProcessRow } from "./processShapes.ts";

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
        where stay.process_key = process.key and stay.left_at is null and (stay.due_at <= now() or stay.late_at is not null) and "case".status = 'running') as late
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

/** One page of processes by key, for whoever reads by API. An install has dozens of them, so a page is cut from all. */
export const pageOfProcesses = async (
  db: Kysely<DB>,
  { cursor, limit, sort, filter = {} }: ProcessPageInput,
): Promise<Page<ProcessRow>> => {
  const sign = sort?.direction === "desc" ? -1 : 1;
  const [after] = cursor ? fromCursor(cursor, ["text"]) : [];
  const compare = (one: string, other: string): number => (one < other ? -sign : one > other ? sign : 0);
  const rows = (await listProcesses(db))
    .filter(({ recordType }) => filter.recordType === undefined || recordType === filter.recordType)
    .filter(({ kind }) => filter.kind === undefined || kind === filter.kind)
    .filter(({ key }) => after === undefined || compare(key, after) > 0)
    .toSorted((one, other) => compare(one.key, other.key));
  return pageFrom(rows, limit, ({ key }) => [key]);
};
