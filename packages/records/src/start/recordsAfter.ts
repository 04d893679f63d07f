import { sql } from "kysely";
import { readRow } from "../record/columns.ts";
import type { RecordType } from "../registry/recordType.ts";
import type { StoredRecord } from "../registry/storedRecord.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

interface Wanted {
  readonly type: RecordType;
  /** The record that the batch before ended with. */
  readonly afterId: string | null;
  /** Only the records of this department and those below; null for the whole firm's. */
  readonly departmentId: string | null;
  /** Without those for which a case of this process runs. */
  readonly unlessRunning: string | null;
  readonly limit: number;
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number };

/** The next records of a type in the order of their ids, unlocked and without their lines; none that has been deleted. */
export const recordsAfter = async (
  tx: DoorTransaction,
  { type, afterId, departmentId, unlessRunning, limit }: Wanted,
): Promise<readonly StoredRecord[]> => {
  const hasDepartment = type.schema.fields["department"] !== undefined;
  const inDepartment =
    departmentId === null
      ? sql`TRUE`
      : hasDepartment
        ? sql`r.department_id IN (SELECT id FROM department WHERE ${departmentId}::uuid = ANY (path))`
        : sql`FALSE`;
  const notRunning =
    unlessRunning === null
      ? sql`TRUE`
      : sql`NOT EXISTS (SELECT FROM "case" c WHERE c.record_type = ${type.schema.type} AND c.record_id = r.id
          AND c.process_key = ${unlessRunning} AND c.status <> 'ended')`;
  const { rows } = await sql<Row>`
    SELECT r.* FROM ${sql.table(type.table)} AS r
    WHERE r.deleted_at IS NULL AND (${afterId}::uuid IS NULL OR r.id > ${afterId}::uuid) AND ${inDepartment} AND ${notRunning}
    ORDER BY r.id LIMIT ${limit}`.execute(tx.db);
  return rows.map((row) => ({
    type: type.schema.type,
    id: row.id,
    version: row.version,
    fields: readRow(type, row),
  }));
};
