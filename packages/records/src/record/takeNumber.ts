import { sql } from "kysely";
import type { RecordType } from "../registry/recordType.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

const written = (prefix: string, year: number, taken: number): string =>
  `${prefix}-${year}-${String(taken).padStart(6, "0")}`;

/**
 * The next human numbers of a type, `Q-2026-000123`; none when it has no prefix.
 *
 * Without a sequence the series has no gaps: it is locked until the commit, so they are taken last.
 */
export const takeNumbers = async (
  tx: DoorTransaction,
  { schema, numberSequence }: Pick<RecordType, "schema" | "numberSequence">,
  { at, count }: { readonly at: string; readonly count: number },
): Promise<readonly string[]> => {
  const prefix = schema.numberPrefix;
  if (prefix === null) return [];
  const year = Number(at.slice(0, 4));
  if (numberSequence !== undefined) {
    const { rows } = await sql<{ taken: number }>`
      SELECT nextval(${numberSequence}::regclass)::int AS taken FROM generate_series(1, ${count}::int)`.execute(tx.db);
    return rows.map(({ taken }) => written(prefix, year, taken));
  }
  const { rows } = await sql<{ taken: number }>`
    INSERT INTO number_series (prefix, year, next) VALUES (${prefix}, ${year}, 1 + ${count}::int)
    ON CONFLICT (prefix, year) DO UPDATE SET next = number_series.next + ${count}::int RETURNING next - ${count}::int AS taken`.execute(
    tx.db,
  );
  const first = rows[0]?.taken ?? 0;
  return Array.from({ length: count }, (_none, index) => written(prefix, year, first + index));
};
