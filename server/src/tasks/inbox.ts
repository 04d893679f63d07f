import type { DB, RecordTypes } from "@sluice/records";
import { type Kysely, sql } from "kysely";
import { namesOf } from "../people/namesOf.ts";
import type { Reader } from "../ports.ts";
import { recordTitles } from "../records/recordTitles.ts";
import { fromCursor, pageFrom } from "../shape/cursor.ts";
import { shownTask, tasksWithCases } from "./taskRows.ts";
import type { InboxInput, InboxPage, TaskCount } from "./taskShapes.ts";

const NEVER = "9999-12-31T00:00:00.000Z";

/** Open tasks that are this person's to do: handed to them, or theirs to claim because nobody has yet. */
const openFor = (db: Kysely<DB>, personId: string) =>
  tasksWithCases(db)
    .where("task.status", "=", "open")
    .where(
      sql<boolean>`task.id in (
        select id from task where assignee_id = ${personId} and status = 'open'
        union all
        select offered.task_id from task_candidate as offered join task as free on free.id = offered.task_id
        where offered.person_id = ${personId} and offered.open and free.assignee_id is null)`,
    );

/** A page of the inbox: what is due first stands first, what is never due last. */
export const inbox = async (
  db: Kysely<DB>,
  types: RecordTypes,
  input: InboxInput,
  reader: Reader,
): Promise<InboxPage> => {
  const isMine = sql<boolean>`(task.assignee_id is not null)`;
  const due = sql<string>`coalesce(task.due_at, ${NEVER}::timestamptz)`;
  let query = openFor(db, reader.personId);
  if (input.filter === "mine") query = query.where(isMine);
  if (input.filter === "candidates") query = query.where(sql<boolean>`not ${isMine}`);
  if (input.cursor) {
    const [dueAt, openedAt, id] = fromCursor(input.cursor, ["instant", "instant", "id"]);
    query = query.where(
      sql<boolean>`(${due}, task.opened_at, task.id) > (${dueAt}::timestamptz, ${openedAt}::timestamptz, ${id}::uuid)`,
    );
  }
  const rows = await query
    .orderBy(due)
    .orderBy("task.opened_at")
    .orderBy("task.id")
    .limit(input.limit + 1)
    .execute();
  const [titleOf, nameOf] = await Promise.all([
    recordTitles(
      db,
      types,
      rows.map((row) => ({ type: row.record_type, id: row.record_id })),
    ),
    namesOf(
      db,
      rows.flatMap((row) => [row.assignee_id, ...row.people]),
    ),
  ]);
  const page = pageFrom(rows, input.limit, (row) => [row.due_at ?? NEVER, row.opened_at, row.id]);
  const shown = { language: reader.language, nowMs: Date.now(), titleOf, nameOf };
  return { items: page.items.map((row) => shownTask(row, shown)), nextCursor: page.nextCursor };
};

/** How many open tasks a person has, and how many of them are late. */
export const countTasks = async (db: Kysely<DB>, reader: Reader): Promise<TaskCount> => {
  const row = await openFor(db, reader.personId)
    .clearSelect()
    .select([sql<string>`count(*)`.as("open"), sql<string>`count(*) filter (where task.due_at <= now())`.as("late")])
    .executeTakeFirstOrThrow();
  return { open: Number(row.open), late: Number(row.late) };
};
