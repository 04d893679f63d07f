import type { Language } from "@sluice/problems";
import type { DB } from "@sluice/records";
import { type Kysely, sql } from "kysely";
import type { Named } from "../people/namesOf.ts";
import type { RecordTitle } from "../records/recordTitles.ts";
import { textIn } from "../shape/textIn.ts";
import type { CaseRow } from "./caseShapes.ts";

/** Every case with the name of its process. */
export const casesWithNames = (db: Kysely<DB>) =>
  db
    .selectFrom("case")
    .innerJoin("process_version", (join) =>
      join
        .onRef("process_version.process_key", "=", "case.process_key")
        .onRef("process_version.version", "=", "case.version"),
    )
    .select([
      "case.id",
      "case.process_key",
      "case.version",
      "case.record_type",
      "case.record_id",
      "case.status",
      "case.outcome",
      "case.stage_key",
      "case.stage_name",
      "case.opened_at",
      "case.ended_at",
      "case.initiator_id",
    ])
    .select(sql<unknown>`process_version.definition -> 'name'`.as("process_name"));

export type CaseDbRow = Awaited<ReturnType<ReturnType<typeof casesWithNames>["execute"]>>[number];

interface Shown {
  readonly language: Language;
  readonly titleOf: (ref: { type: string; id: string }) => RecordTitle;
  readonly nameOf: (id: string | null) => Named | null;
}

/** A case as a list shows it. */
export const shownCase = (row: CaseDbRow, { language, titleOf, nameOf }: Shown): CaseRow => ({
  id: row.id,
  processKey: row.process_key,
  processName: textIn(row.process_name, language, row.process_key),
  version: row.version,
  record: titleOf({ type: row.record_type, id: row.record_id }),
  status: row.status as CaseRow["status"],
  outcome: row.outcome,
  stage: row.stage_key === null ? null : { key: row.stage_key, name: textIn(row.stage_name, language, row.stage_key) },
  openedAt: row.opened_at,
  endedAt: row.ended_at,
  initiator: nameOf(row.initiator_id),
});
