import type { DB, RecordTypes } from "@sluice/records";
import { type Kysely, sql } from "kysely";
import type { Reader } from "../reader.ts";
import { recordTitles } from "../records/recordTitles.ts";
import { fromCursor, pageFrom } from "../shape/cursor.ts";
import { textIn } from "../shape/textIn.ts";
import type { NoticePage } from "./noticeShapes.ts";

interface Wish {
  readonly cursor?: string | null | undefined;
  readonly limit: number;
}

/** A page of what processes told this person, newest first. */
export const listNotices = async (
  db: Kysely<DB>,
  types: RecordTypes,
  { cursor, limit }: Wish,
  reader: Reader,
): Promise<NoticePage> => {
  let query = db.selectFrom("notice").selectAll().where("person_id", "=", reader.personId);
  if (cursor) {
    const [at, id] = fromCursor(cursor, ["instant", "id"]);
    query = query.where(sql<boolean>`(at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  const page = pageFrom(rows, limit, (row) => [row.at, row.id]);
  const refOf = (row: { readonly record_type: string | null; readonly record_id: string | null }) =>
    row.record_type === null || row.record_id === null ? null : { type: row.record_type, id: row.record_id };
  const titleOf = await recordTitles(
    db,
    types,
    page.items.flatMap((row) => refOf(row) ?? []),
  );
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((row) => {
      const ref = refOf(row);
      return {
        id: row.id,
        text: textIn(row.subject, reader.language, "–"),
        at: row.at,
        isRead: row.read_at !== null,
        caseId: row.case_id,
        record: ref === null ? null : titleOf(ref),
      };
    }),
  };
};

/** How many of them they have not seen. */
export const countUnread = async (db: Kysely<DB>, reader: Reader): Promise<{ unread: number }> => {
  const row = await db
    .selectFrom("notice")
    .select(sql<string>`count(*)`.as("unread"))
    .where("person_id", "=", reader.personId)
    .where("read_at", "is", null)
    .executeTakeFirstOrThrow();
  return { unread: Number(row.unread) };
};
