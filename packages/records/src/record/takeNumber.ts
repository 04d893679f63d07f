import { sql } from "kysely";
import type { RecordType } from "../registry/recordType.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

const written = (prefix: string, year: number, taken: number): string =>
  `${prefix}-${year}-${String(taken).padStart(6, "0")}`;

/**
 * The next human number of a type, `Q-2026-000123`; null when it has none.
 *
 * Without a sequence the series has no gaps: it is locked until the commit, so it is taken last.
 */
export const takeNumber = async (
  tx: DoorTransaction,
  { schema, numberSequence }: Pick<RecordType, "schema" | "numberSequence">,
  at: string,
): Promise<string | null> => {
  const prefix = schema.numberPrefix;
  if (prefix === null) return null;
  const year = Number(at.slice(0, 4));
  if (numberSequence !== undefined) {
    const { rows } = await sql<{ taken: number }>`SELECT nextval(${numberSequence}::regclass)::int AS taken`.execute(
      tx.db,
    );
    return written(prefix, year, rows[0]?.taken ?? 0);
  }
  const { rows } = await sql<{ taken: number }>`
    INSERT INTO number_series (prefix, year, next) VALUES (${prefix}, ${year}, 2)
    ON CONFLICT (prefix, year) DO UPDATE SET next = number_series.next + 1 RETURNING next - 1 AS taken`.execute(tx.db);
  return written(prefix, year, rows[0]?.taken ?? 0);
};
