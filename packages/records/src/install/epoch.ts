import { randomBytes } from "node:crypto";
import { sql, type Kysely } from "kysely";
import type { DB } from "../generated/database.ts";

/** Reads the install's epoch; the first who asks makes it. */
export const readEpoch = async (db: Kysely<DB>): Promise<string> => {
  const row = await db.selectFrom("install").select("epoch").executeTakeFirst();
  if (row !== undefined) return row.epoch;
  await sql`INSERT INTO install (epoch) VALUES (${randomBytes(4).toString("hex")}) ON CONFLICT DO NOTHING`.execute(db);
  return (await db.selectFrom("install").select("epoch").executeTakeFirstOrThrow()).epoch;
};

/**
 * Begins a new epoch: every run of an older one is answered "superseded" and ends, and everything wanted is sent again.
 *
 * For a database that was restored or copied; the door is closed meanwhile.
 */
export const rotateEpoch = async (db: Kysely<DB>): Promise<string> => {
  await readEpoch(db);
  const epoch = randomBytes(4).toString("hex");
  await sql`UPDATE install SET epoch = ${epoch}, past_epochs = array_append(past_epochs, epoch)`.execute(db);
  await sql`UPDATE "case" SET armed_at = NULL`.execute(db);
  await sql`
    INSERT INTO outbox (case_id, lane)
    SELECT id, lane FROM "case" c WHERE alarm_at IS NOT NULL
      OR EXISTS (SELECT FROM effect e WHERE e.case_id = c.id AND e.status IN ('wanted', 'begun'))`.execute(db);
  return epoch;
};
