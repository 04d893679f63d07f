import { sql } from "kysely";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

/** How another system names a record: by its id, or by the number that people know it by. */
export type NamedRecord = { readonly id: string } | { readonly number: string };

/** The id of the record that is meant; null when no record has this number. An id is not looked up here. */
export const idOfNamed = async (tx: DoorTransaction, named: NamedRecord): Promise<string | null> => {
  if ("id" in named) return named.id.toLowerCase();
  const numbered = tx.house.types.all.filter(
    ({ schema }) => schema.numberPrefix !== null && named.number.startsWith(`${schema.numberPrefix}-`),
  );
  for (const { table } of numbered) {
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM ${sql.table(table)} WHERE number = ${named.number} AND deleted_at IS NULL`.execute(tx.db);
    if (rows[0] !== undefined) return rows[0].id;
  }
  return null;
};
