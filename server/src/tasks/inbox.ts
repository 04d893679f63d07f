import type { DB, RecordTypes } from "@sluice/records";
import { type Kysely, sql } from "kysely";
import { namesOf } from "../people/namesOf.ts";
import type { Reader } from "../reader.ts";
import { recordTitles } from "../records/recordTitles.ts";
import { fromCursor, pageFrom } from "../shape/cursor.ts";
import { shownTask, type TaskDbRow, tasksWithCases } from "./taskRows.ts";
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

/** The places of a row in an order, as SQL and as its cursor keeps them. What is never due comes after all that is. */
const orders = {
  dueAt: {
    columns: [sql`coalesce(task.due_at, ${NEVER}::timestamptz)`, sql`task.opened_at`],
    placeOf: (row: TaskDbRow) => [row.due_at ?? NEVER, row.opened_at],
  },
  openedAt: { columns: [sql`task.opened_at`], placeOf: (row: TaskDbRow) => [row.opened_at] },
};

/** A page of the inbox: unless told otherwise, what is due first stands first, what is never due last. */
export const inbox = async (
  db: Kysely<DB>,
  types: RecordTypes,
  input: InboxInput,
  reader: Reader,
): Promise<InboxPage> => {
  const isMine = sql<boolean>`(task.assignee_id is not null)`;
  const { field, direction } = input.sort ?? { field: "dueAt", direction: "asc" };
  const { columns, placeOf } = orders[field];
  const way = direction === "asc" ? sql`asc` : sql`desc`;
  let query = openFor(db, reader.personId);
  if (input.filter === "mine") query = query.where(isMine);
  if (input.filter === "candidates") query = query.where(sql<boolean>`not ${isMine}`);
  if (input.kind !== undefined) query = query.where("task.kind", "=", input.kind);
  if (input.process !== undefined) query = query.where("case.process_key", "=", input.process);
  if (input.cursor) {
    const places = fromCursor(input.cursor, [...columns.map(() => "instant" as const), "id"]);
    const instants = places.slice(0, -1).map((at) => sql`${at}::timestamptz`);
    const than = direction === "asc" ? sql`>` : sql`<`;
    query = query.where(
      sql<boolean>`(${sql.join(columns)}, task.id) ${than} (${sql.join(instants)}, ${places.at(-1)}::uuid)`,
    );
  }
  const rows = await query
    .orderBy(sql`${sql.join(columns.map((column) => sql`${column} ${way}`))}, task.id ${way}`)
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
  const page = pageFrom(rows, input.limit, (row) => [...placeOf(row), row.id]);
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
