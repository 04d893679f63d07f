import { problem } from "@sluice/problems";
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { DB } from "../generated/database.ts";
import { columnOf } from "../record/columns.ts";
import type { RecordType } from "../registry/recordType.ts";
import { textIn } from "../values/fieldValues.ts";
import type { ImportBatch } from "./readImport.ts";
import type { ReadRow, RowProblem } from "./rowReader.ts";

/** Sorts out the rows whose key a stored record has already: one query for a batch. */
export const sortOutTaken = async (
  db: Kysely<DB>,
  {
    type,
    uniqueField,
    columnOfField,
  }: { readonly type: RecordType; readonly uniqueField: string | null; readonly columnOfField: string | null },
  batch: ImportBatch,
): Promise<{ readonly valid: readonly ReadRow[]; readonly problems: readonly RowProblem[] }> => {
  const field = uniqueField === null ? undefined : type.schema.fields[uniqueField];
  if (uniqueField === null || field === undefined || batch.valid.length === 0) return batch;
  const values = batch.valid.map(({ fields }) => textIn(fields, uniqueField));
  const column = sql.ref(columnOf(uniqueField, field));
  const { rows } = await sql<{
    value: string;
  }>`SELECT ${column} AS value FROM ${sql.table(type.table)} WHERE ${column} = ANY (${values}::text[])`.execute(db);
  const taken = new Set(rows.map(({ value }) => value));
  const isTaken = ({ fields }: ReadRow): boolean => taken.has(textIn(fields, uniqueField) ?? "");
  return {
    valid: batch.valid.filter((row) => !isTaken(row)),
    problems: [
      ...batch.problems,
      ...batch.valid.filter(isTaken).map((row): RowProblem => ({
        row: row.row,
        column: columnOfField,
        problem: problem("DUPLICATE", { field: uniqueField, value: textIn(row.fields, uniqueField) }),
      })),
    ],
  };
};
