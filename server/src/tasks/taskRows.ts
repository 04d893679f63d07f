import type { Language } from "@sluice/problems";
import type { DB } from "@sluice/records";
import { type Kysely, sql } from "kysely";
import type { Named } from "../people/namesOf.ts";
import type { RecordTitle } from "../records/recordTitles.ts";
import { textIn } from "../shape/textIn.ts";
import type { TaskRow } from "./taskShapes.ts";

/** Every task with its case and the name of its process, before anything is asked of it. */
export const tasksWithCases = (db: Kysely<DB>) =>
  db
    .selectFrom("task")
    .innerJoin("case", "case.id", "task.case_id")
    .innerJoin("process_version", (join) =>
      join
        .onRef("process_version.process_key", "=", "case.process_key")
        .onRef("process_version.version", "=", "case.version"),
    )
    .select([
      "task.id",
      "task.case_id",
      "task.kind",
      "task.name",
      "task.people",
      "task.assignee_id",
      "task.status",
      "task.due_at",
      "task.opened_at",
      "task.round",
      "case.process_key",
      "case.record_type",
      "case.record_id",
    ])
    .select(sql<unknown>`process_version.definition -> 'name'`.as("process_name"));

export type TaskDbRow = Awaited<ReturnType<ReturnType<typeof tasksWithCases>["execute"]>>[number];

interface Shown {
  readonly language: Language;
  readonly nowMs: number;
  readonly titleOf: (ref: { type: string; id: string }) => RecordTitle;
  readonly nameOf: (id: string | null) => Named | null;
}

/** A task as the inbox shows it. Late from the instant it is due. */
export const shownTask = (row: TaskDbRow, { language, nowMs, titleOf, nameOf }: Shown): TaskRow => ({
  id: row.id,
  caseId: row.case_id,
  kind: row.kind as TaskRow["kind"],
  name: textIn(row.name, language),
  processKey: row.process_key,
  processName: textIn(row.process_name, language, row.process_key),
  record: titleOf({ type: row.record_type, id: row.record_id }),
  status: row.status as TaskRow["status"],
  dueAt: row.due_at,
  late: row.status === "open" && row.due_at !== null && Date.parse(row.due_at) <= nowMs,
  openedAt: row.opened_at,
  round: row.round,
  claimable: row.status === "open" && row.assignee_id === null && row.people.length > 1,
  assignee: nameOf(row.assignee_id ?? (row.people.length === 1 ? (row.people[0] ?? null) : null)),
});
