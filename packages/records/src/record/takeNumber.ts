import { sql } from "kysely";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

/** The next human number of a series, `Q-2026-000123`. The series is locked until the commit, so it is taken last. */
export const takeNumber = async (tx: DoorTransaction, prefix: string, at: string): Promise<string> => {
  const year = Number(at.slice(0, 4));
  const { rows } = await sql<{ taken: number }>`
    INSERT INTO number_series (prefix, year, next) VALUES (${prefix}, ${year}, 2)
    ON CONFLICT (prefix, year) DO UPDATE SET next = number_series.next + 1 RETURNING next - 1 AS taken`.execute(tx.db);
  return `${prefix}-${year}-${String(rows[0]?.taken ?? 0).padStart(6, "0")}`;
};
