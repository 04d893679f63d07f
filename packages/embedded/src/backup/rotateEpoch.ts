import { randomBytes } from "node:crypto";
import pg from "pg";

/**
 * Gives an install a new epoch: what runs in Temporal for the old one is superseded. Its home is forgotten, so that its next
 * start makes it at home where it is. Answers null when the database holds no install yet.
 */
export const rotateEpoch = async (ownerUrl: string): Promise<{ before: string; after: string } | null> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass('install') IS NOT NULL AS there");
    if (rows[0]?.there !== true) return null;
    const after = randomBytes(4).toString("hex");
    const changed = await client.query<{ before: string }>(
      "UPDATE install SET epoch = $1, home = NULL FROM (SELECT epoch FROM install FOR UPDATE) AS old RETURNING old.epoch AS before",
      [after],
    );
    const before = changed.rows[0]?.before;
    return before === undefined ? null : { before, after };
  } finally {
    await client.end();
  }
};
