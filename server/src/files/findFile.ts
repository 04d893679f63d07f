import { problem, Refusal } from "@sluice/problems";
import type { DB } from "@sluice/records";
import { type Kysely, sql } from "kysely";
import { knownCases, type VisibleRecords } from "../cases/mayKnowCase.ts";
import type { Reader } from "../ports.ts";

/** A kept file, ready to be sent. */
export interface KeptFile {
  readonly name: string;
  readonly mediaType: string;
  readonly place: string;
  readonly size: string;
}

/** Whether whoever brought the file handed it in with a decision of a case that the reader may know of. */
const isHandedIn = async (
  db: Kysely<DB>,
  visible: VisibleRecords,
  file: { readonly id: string; readonly created_by: string | null },
  reader: Reader,
): Promise<boolean> => {
  const rows = await db
    .selectFrom("decision")
    .select("case_id")
    .distinct()
    .where(sql<boolean>`${file.id}::text = any (attachments)`)
    .where("by", "=", file.created_by ?? "")
    .limit(50)
    .execute();
  const known = await knownCases(
    db,
    visible,
    rows.map((row) => row.case_id),
    reader,
  );
  return known.size > 0;
};

/**
 * Finds a file for whoever may see what it belongs to: the record, the case, what was decided with it, or themselves who
 * brought it.
 *
 * @problem NOT_FOUND - there is none, or it is not for this reader
 */
export const findFile = async (
  db: Kysely<DB>,
  visible: VisibleRecords,
  id: string,
  reader: Reader,
): Promise<KeptFile> => {
  const row = await db
    .selectFrom("attachment")
    .selectAll()
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  const refused = new Refusal([problem("NOT_FOUND", { recordType: "file" })]);
  if (row === undefined) throw refused;
  const byRecord =
    row.record_type !== null &&
    row.record_id !== null &&
    (await visible(row.record_type, [row.record_id], reader)).has(row.record_id);
  const byCase =
    !byRecord && row.case_id !== null && (await knownCases(db, visible, [row.case_id], reader)).has(row.case_id);
  const byDecision = !byRecord && !byCase && (await isHandedIn(db, visible, row, reader));
  if (!byRecord && !byCase && !byDecision && row.created_by !== reader.personId && !reader.roles.includes("admin"))
    throw refused;
  return { name: row.name, mediaType: row.media_type, place: row.place, size: row.size };
};
