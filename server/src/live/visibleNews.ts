import type { DB } from "@sluice/records";
import type { Kysely } from "kysely";
import { knownCases, type VisibleRecords } from "../cases/mayKnowCase.ts";
import type { Reader } from "../reader.ts";
import type { Invalidation } from "./invalidation.ts";

/** What everybody in the firm may know has changed. */
const FOR_ALL = new Set(["field", "layout", "process", "person", "department", "role"]);
/** What the machine tells itself on the same channel. */
const FOR_NOBODY = new Set(["inbox", "outbox"]);

const idsOf = (news: readonly Invalidation[], type: string): string[] => [
  ...new Set(news.filter((it) => it.type === type).map((it) => it.id)),
];

/** News of tasks: those of cases the reader may know of. */
const knownTasks = async (
  db: Kysely<DB>,
  visible: VisibleRecords,
  ids: readonly string[],
  reader: Reader,
): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom("task")
    .select(["id", "case_id"])
    .where("id", "in", [...ids])
    .execute();
  const known = await knownCases(db, visible, [...new Set(rows.map((row) => row.case_id))], reader);
  return new Set(rows.filter((row) => known.has(row.case_id)).map((row) => row.id));
};

/** Keeps the news that a reader may hear, in their order: an id they may not know of is not even mentioned. */
export const visibleNews = async (
  db: Kysely<DB>,
  visible: VisibleRecords,
  news: readonly Invalidation[],
  reader: Reader,
): Promise<readonly Invalidation[]> => {
  const concerns = news.filter((it) => !FOR_NOBODY.has(it.type));
  const known = new Map<string, ReadonlySet<string>>();
  for (const type of new Set(concerns.map((it) => it.type))) {
    if (FOR_ALL.has(type)) continue;
    const ids = idsOf(concerns, type);
    if (type === "case") known.set(type, await knownCases(db, visible, ids, reader));
    else if (type === "task") known.set(type, await knownTasks(db, visible, ids, reader));
    else if (type === "notice")
      known.set(
        type,
        new Set(
          (
            await db
              .selectFrom("notice")
              .select("id")
              .where("id", "in", ids)
              .where("person_id", "=", reader.personId)
              .execute()
          ).map((row) => row.id),
        ),
      );
    else known.set(type, await visible(type, ids, reader));
  }
  return concerns.filter((it) => FOR_ALL.has(it.type) || known.get(it.type)?.has(it.id) === true);
};
