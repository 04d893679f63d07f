import { problem, Refusal } from "@sluice/problems";
import type { DB } from "@sluice/records";
import { type Kysely, type Selectable, sql } from "kysely";
import { evidenceRoles, mayReadEvidence } from "../cases/evidence.ts";
import { knownCases, type VisibleRecords } from "../cases/mayKnowCase.ts";
import type { Reader } from "../reader.ts";

/** A kept file, ready to be sent. */
export interface KeptFile {
  readonly name: string;
  readonly mediaType: string;
  readonly place: string;
  readonly size: string;
}

/**
 * Whether the reader may have a file that whoever brought it handed in with a decision: they may know of the case, and the step
 * lets them read what was handed in there. Null for a file that nobody handed in.
 */
const isForReader = async (
  db: Kysely<DB>,
  visible: VisibleRecords,
  file: { readonly id: string; readonly created_by: string | null },
  reader: Reader,
): Promise<boolean | null> => {
  const rows = await db
    .selectFrom("decision")
    .leftJoin("process_version", (join) =>
      join
        .onRef("process_version.process_key", "=", "decision.process_key")
        .onRef("process_version.version", "=", "decision.process_version"),
    )
    .select(["decision.case_id", "decision.by", "decision.on_behalf_of"])
    .select(evidenceRoles.as("evidence"))
    .where(sql<boolean>`${file.id}::text = any (attachments)`)
    .where("decision.by", "=", file.created_by ?? "")
    .limit(50)
    .execute();
  if (rows.length === 0) return null;
  const known = await knownCases(
    db,
    visible,
    rows.map((row) => row.case_id),
    reader,
  );
  return rows.some(
    (row) => known.has(row.case_id) && mayReadEvidence(row.evidence, [row.by, row.on_behalf_of], reader),
  );
};

/** Whether the reader may see the record or the case that a file is kept with. */
const isOpenTo = async (
  db: Kysely<DB>,
  visible: VisibleRecords,
  { record_type, record_id, case_id }: Pick<Selectable<DB["attachment"]>, "record_type" | "record_id" | "case_id">,
  reader: Reader,
): Promise<boolean> =>
  reader.roles.includes("admin") ||
  (record_type !== null && record_id !== null && (await visible(record_type, [record_id], reader)).has(record_id)) ||
  (case_id !== null && (await knownCases(db, visible, [case_id], reader)).has(case_id));

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
  const handedIn = await isForReader(db, visible, row, reader);
  const isOpen = handedIn ?? (await isOpenTo(db, visible, row, reader));
  if (!isOpen && row.created_by !== reader.personId) throw refused;
  return { name: row.name, mediaType: row.media_type, place: row.place, size: row.size };
};
