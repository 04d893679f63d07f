import { randomBytes } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

export interface ClaimHome {
  /** As the owner. */
  readonly ownerUrl: string;
  /** The data folder of the embedded cluster; `null` for a Postgres that is not ours. */
  readonly dataFolder: string | null;
}

const THIS =
  "SELECT system_identifier || '/' || oid AS home FROM pg_control_system(), pg_database WHERE datname = current_database()";
const INSTALL = "INSERT INTO install (epoch) VALUES ($1) ON CONFLICT DO NOTHING";
const CLAIM = "UPDATE install SET home = coalesce(home, $1) RETURNING home";

/** What a copy of the cluster has not: the file that only `initdb` and a restore write. */
const fileMark = (dataFolder: string | null): string =>
  dataFolder === null ? "" : `/${statSync(join(dataFolder, "PG_VERSION")).ino}`;

/**
 * Makes a database remember where it lives, and refuses one that lives somewhere else than it remembers.
 *
 * A copy would carry the same cases a second time, send the same mails again and answer for runs that are not its own. Renamed
 * or moved on the same disk it is still itself. `npm run restore` gives a copy an epoch and a home of its own.
 */
export const claimHome = async ({ ownerUrl, dataFolder }: ClaimHome): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ home: string }>(THIS);
    const home = `${rows[0]?.home ?? ""}${fileMark(dataFolder)}`;
    await client.query(INSTALL, [randomBytes(4).toString("hex")]);
    const claimed = await client.query<{ home: string }>(CLAIM, [home]);
    if (claimed.rows[0]?.home === home) return;
    throw new Error(
      "this database was copied or moved here, and the one it was copied from may still be at work: " +
        "stop that one for good, or make sure that it is gone, then run `npm run restore` without a folder, which gives this one an epoch of its own",
    );
  } finally {
    await client.end();
  }
};
