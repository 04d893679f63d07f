import { problem, Refusal } from "@sluice/problems";
import { sql } from "kysely";
import type { RecordType } from "../registry/recordType.ts";
import type { Fields, StoredRecord } from "../registry/storedRecord.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

interface Held {
  readonly key: string;
  readonly value: string;
  readonly recordId: string;
}

const uniqueKeys = (type: RecordType): readonly string[] =>
  Object.entries(type.schema.fields).flatMap(([path, field]) =>
    field.custom === true && field.unique === true ? [path] : [],
  );

const heldBy = ({ id, fields }: { readonly id: string; readonly fields: Fields }, keys: readonly string[]): Held[] =>
  keys.flatMap((key) => {
    const value = fields[key] ?? null;
    return typeof value === "string" || typeof value === "number" ? [{ key, value: `${value}`, recordId: id }] : [];
  });

/**
 * Takes the values of unique custom fields for records that were just written, and gives back those that they held before.
 *
 * The rows are the constraint: two at once wait for each other, and one of them is refused. A deleted record keeps its values.
 *
 * @problem DUPLICATE - another record holds the value
 */
export const keepUniqueValues = async (
  tx: DoorTransaction,
  type: RecordType,
  { records, changed }: { readonly records: readonly StoredRecord[]; readonly changed?: readonly string[] },
): Promise<void> => {
  const keys = uniqueKeys(type).filter((key) => changed === undefined || changed.includes(key));
  if (keys.length === 0) return;
  const recordType = type.schema.type;
  if (changed !== undefined)
    await sql`
      DELETE FROM field_value WHERE record_type = ${recordType} AND key = ANY (${keys}::text[])
        AND record_id = ANY (${records.map(({ id }) => id)}::uuid[])`.execute(tx.db);
  const wanted = records.flatMap((record) => heldBy(record, keys));
  if (wanted.length === 0) return;
  const { rows } = await sql<{ readonly key: string; readonly record_id: string }>`
    INSERT INTO field_value (record_type, key, value, record_id)
    SELECT ${recordType}, it.key, it.value, it.record_id
    FROM unnest(${wanted.map((it) => it.key)}::text[], ${wanted.map((it) => it.value)}::text[], ${wanted.map((it) => it.recordId)}::uuid[]) AS it (key, value, record_id)
    ON CONFLICT DO NOTHING RETURNING key, record_id`.execute(tx.db);
  const taken = wanted.filter((it) => !rows.some((row) => row.key === it.key && row.record_id === it.recordId));
  if (taken.length > 0) throw new Refusal(taken.map(({ key, value }) => problem("DUPLICATE", { field: key, value })));
};
