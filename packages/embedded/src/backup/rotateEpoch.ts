import { randomBytes } from "node:crypto";
import pg from "pg";

const LOOK = `
SELECT to_regclass('install') IS NOT NULL AS "isThere", EXISTS (
  SELECT FROM information_schema.columns WHERE table_name = 'install' AND column_name = 'past_epochs'
) AS "remembers"`;
const ROTATE =
  "UPDATE install SET epoch = $1 FROM (SELECT epoch FROM install FOR UPDATE) AS old RETURNING old.epoch AS before";
const FORGET_HOME = "UPDATE install SET home = NULL, past_epochs = array_append(past_epochs, $1)";

/**
 * Gives an install a new epoch: what runs in Temporal for the old one is superseded. Its home is forgotten, so that its next
 * start makes it at home where it is. Answers null when the database holds no install yet; takes one of an older release too.
 */
export const rotateEpoch = async (ownerUrl: string): Promise<{ before: string; after: string } | null> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ isThere: boolean; remembers: boolean }>(LOOK);
    if (rows[0]?.isThere !== true) return null;
    const after = randomBytes(4).toString("hex");
    await client.query("BEGIN");
    const changed = await client.query<{ before: string }>(ROTATE, [after]);
    const before = changed.rows[0]?.before;
    if (rows[0].remembers && before !== undefined) await client.query(FORGET_HOME, [before]);
    await client.query("COMMIT");
    return before === undefined ? null : { before, after };
  } finally {
    await client.end();
  }
};
