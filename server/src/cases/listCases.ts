import { knownCasesTest, type Reads } from "@sluice/records";
import { sql } from "kysely";
import { namesOf } from "../people/namesOf.ts";
import type { Reader } from "../reader.ts";
import { recordTitles } from "../records/recordTitles.ts";
import { fromCursor, pageFrom } from "../shape/cursor.ts";
import { casesWithNames, shownCase } from "./caseRows.ts";
import type { CaseListInput, CasePage } from "./caseShapes.ts";

/** A page of cases, newest first unless told otherwise, of those the reader may know of; the rights are part of the query. */
export const listCases = async (reads: Reads, input: CaseListInput, reader: Reader): Promise<CasePage> => {
  const { db, types } = reads;
  const direction = input.sort?.direction ?? "desc";
  let query = casesWithNames(db).where(await knownCasesTest(reads, reader.personId));
  if (input.process !== undefined) query = query.where("case.process_key", "=", input.process);
  if (input.status !== undefined) query = query.where("case.status", "=", input.status);
  if (input.stage !== undefined) query = query.where("case.stage_key", "=", input.stage);
  if (input.cursor) {
    const [openedAt, id] = fromCursor(input.cursor, ["instant", "id"]);
    const than = direction === "asc" ? sql`>` : sql`<`;
    query = query.where(sql<boolean>`("case".opened_at, "case".id) ${than} (${openedAt}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query
    .orderBy("case.opened_at", direction)
    .orderBy("case.id", direction)
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
      rows.map((row) => row.initiator_id),
    ),
  ]);
  const page = pageFrom(rows, input.limit, (row) => [row.opened_at, row.id]);
  return {
    items: page.items.map((row) => shownCase(row, { language: reader.language, titleOf, nameOf })),
    nextCursor: page.nextCursor,
  };
};
