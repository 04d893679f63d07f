import type { Json } from "@sluice/process";
import { sql, type Kysely } from "kysely";
import type { DB } from "../generated/database.ts";
import type { LineTable, RecordType } from "../registry/recordType.ts";
import type { Fields } from "../registry/storedRecord.ts";
import { newId } from "../transaction/newId.ts";
import { readLine, writeLine } from "./columns.ts";

type Row = Readonly<Record<string, unknown>>;

/** The lines of a record, by field, in their order. */
export const readLines = async (db: Kysely<DB>, type: RecordType, recordId: string): Promise<Fields> => {
  const fields: Record<string, Json> = {};
  for (const [path, { table, parent }] of Object.entries(type.lines ?? {})) {
    const { rows } = await sql<Row>`
      SELECT * FROM ${sql.table(table)} WHERE ${sql.ref(parent)} = ${recordId} ORDER BY position, id`.execute(db);
    fields[path] = rows.map((row) => readLine(type.schema.fields[path]?.lineFields ?? {}, row));
  }
  return fields;
};

/** Gives every line an id: its own when it has one. */
export const withLineIds = (lines: Json): Json =>
  Array.isArray(lines) ? lines.map((line: Fields) => ({ ...line, id: line["id"] ?? newId() })) : lines;

const isLine = (line: Json): line is Fields => typeof line === "object" && line !== null && !Array.isArray(line);

/**
 * Makes the lines of a record be exactly these: lines are whole lists.
 *
 * Lines keep their ids; a line that another record has is never taken from it.
 */
export const writeLines = async (
  db: Kysely<DB>,
  record: { readonly type: RecordType; readonly id: string; readonly path: string },
  lines: Json,
): Promise<void> => {
  const { table, parent }: LineTable = record.type.lines?.[record.path] ?? { table: "", parent: "" };
  const lineFields = record.type.schema.fields[record.path]?.lineFields ?? {};
  const kept = Array.isArray(lines) ? lines.filter(isLine) : [];
  await sql`
    DELETE FROM ${sql.table(table)}
    WHERE ${sql.ref(parent)} = ${record.id} AND NOT id = ANY (${kept.map((line) => line["id"])}::uuid[])`.execute(db);
  if (kept.length === 0) return;
  const rows = kept.map((line, position) => ({
    id: line["id"],
    [parent]: record.id,
    position,
    ...writeLine(lineFields, line),
  }));
  const columns = Object.keys(rows[0] ?? {});
  const tuples = rows.map((row: Row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  const updates = columns
    .filter((column) => column !== "id" && column !== parent)
    .map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`);
  await sql`
    INSERT INTO ${sql.table(table)} AS line (${sql.join(columns.map((column) => sql.ref(column)))}) VALUES ${sql.join(tuples)}
    ON CONFLICT (id) DO UPDATE SET ${sql.join(updates)} WHERE line.${sql.ref(parent)} = ${record.id}`.execute(db);
};
