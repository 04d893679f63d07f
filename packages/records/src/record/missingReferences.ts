import type { FieldSchema } from "@sluice/domain";
import { problem, type Problem } from "@sluice/problems";
import { sql } from "kysely";
import type { RecordType } from "../registry/recordType.ts";
import type { Fields } from "../registry/storedRecord.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

export interface Pointer {
  readonly path: string;
  readonly type: string;
  readonly id: string;
}

/** Every reference among values, those of lines included. */
export const pointersIn = (
  fields: Readonly<Record<string, FieldSchema>>,
  values: Fields,
  prefix = "",
): readonly Pointer[] =>
  Object.entries(values).flatMap(([path, value]): readonly Pointer[] => {
    const field = fields[path];
    if (field?.type === "lines" && Array.isArray(value)) {
      return value.flatMap((line: Fields, at) => pointersIn(field.lineFields ?? {}, line, `${prefix}${path}.${at}.`));
    }
    if (field?.type !== "reference" || field.refersTo === undefined || typeof value !== "string") return [];
    return [{ path: `${prefix}${path}`, type: field.refersTo, id: value }];
  });

/**
 * Which of the given references point at nothing.
 *
 * @problem REFERENCE_MISSING - there is no such record, it was deleted, or the person has left
 */
export const missingReferences = async (
  tx: DoorTransaction,
  type: RecordType,
  values: Fields,
): Promise<readonly Problem[]> => {
  const pointers = pointersIn(type.schema.fields, values);
  const there = new Set<string>();
  for (const target of new Set(pointers.map((it) => it.type))) {
    const found = tx.house.types.find(target);
    if (found === null) continue;
    const ids = pointers.filter((it) => it.type === target).map((it) => it.id);
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM ${sql.table(found.table)} WHERE id = ANY (${ids}::uuid[]) AND ${target === "person" ? sql`active` : target === "department" ? sql`TRUE` : sql`deleted_at IS NULL`}`.execute(
      tx.db,
    );
    for (const row of rows) there.add(`${target}:${row.id}`);
  }
  return pointers
    .filter((it) => tx.house.types.find(it.type) !== null && !there.has(`${it.type}:${it.id}`))
    .map((it) => problem("REFERENCE_MISSING", { field: it.path }));
};
