import type { DB } from "@sluice/records";
import { type Kysely, sql } from "kysely";
import type { Reader } from "../reader.ts";

/** Tells which of these records of one type a reader may read. */
export type VisibleRecords = (type: string, ids: readonly string[], reader: Reader) => Promise<ReadonlySet<string>>;

/**
 * Answers which of these cases a reader may know of: those of records they may read, those they started, and those in which
 * they have or had a task.
 */
export const knownCases = async (
  db: Kysely<DB>,
  visible: VisibleRecords,
  caseIds: readonly string[],
  reader: Reader,
): Promise<ReadonlySet<string>> => {
  if (caseIds.length === 0) return new Set();
  const rows = await db
    .selectFrom("case")
    .select(["id", "record_type", "record_id", "initiator_id"])
    .where("id", "in", [...caseIds])
    .execute();
  const tasks = await db
    .selectFrom("task")
    .select("task.case_id")
    .distinct()
    .where("task.case_id", "in", [...caseIds])
    .where(
      sql<boolean>`(task.assignee_id = ${reader.personId} or ${reader.personId}::uuid = any (task.people)
        or exists (select from task_candidate where task_candidate.task_id = task.id and task_candidate.person_id = ${reader.personId}))`,
    )
    .execute();
  const known = new Set(tasks.map((task) => task.case_id));
  for (const type of new Set(rows.map((row) => row.record_type))) {
    const ofType = rows.filter((row) => row.record_type === type);
    const seen = await visible(
      type,
      ofType.map((row) => row.record_id),
      reader,
    );
    for (const row of ofType) if (seen.has(row.record_id)) known.add(row.id);
  }
  for (const row of rows) if (row.initiator_id === reader.personId) known.add(row.id);
  return known;
};
