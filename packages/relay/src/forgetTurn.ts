import type { Pool } from "pg";

/** So many are forgotten in one statement: a short one, whatever has gathered. */
const BATCH = 1_000;

/**
 * Forgets ids that other systems sent more than `days` ago, the oldest first, a batch at a turn. Answers whether there may be
 * more of them.
 *
 * Several at once do no harm: each skips what another is forgetting. What is sent again after that is new.
 */
export const forgetTurn = async (pool: Pool, { days }: { readonly days: number }): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `DELETE FROM heard WHERE (source, id) IN (
       SELECT source, id FROM heard WHERE at < now() - make_interval(days => $1)
       ORDER BY at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [days, BATCH],
  );
  return (rowCount ?? 0) === BATCH;
};
