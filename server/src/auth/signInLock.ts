import { createHash } from "node:crypto";
import type { DB } from "@sluice/records";
import { type Kysely, sql } from "kysely";

/** After this many wrong passwords in a row an account takes no more for a while. */
export const LOCK_AFTER = 10;
const LOCK_FOR_MS = 15 * 60_000;

const keyOf = (email: string): string =>
  `sign-in:${createHash("sha256").update(email.trim().toLowerCase()).digest("hex")}`;

/**
 * Counts wrong passwords per account, for all servers of the install at once, over restarts.
 *
 * Ten in a row lock the account for a quarter of an hour after the last one; a right password forgets the count. The account
 * stands there as a hash: whether it exists cannot be read from an answer, since unknown accounts are counted alike.
 */
export const signInLock = (db: Kysely<DB>) => ({
  /** The instant until which no password is taken for this account, or null. */
  async lockedUntil(email: string): Promise<string | null> {
    const row = await db
      .selectFrom("auth_rate_limit")
      .select(["count", "last_request"])
      .where("key", "=", keyOf(email))
      .executeTakeFirst();
    if (row === undefined || row.count < LOCK_AFTER) return null;
    const until = Number(row.last_request) + LOCK_FOR_MS;
    return until > Date.now() ? new Date(until).toISOString() : null;
  },
  /** Counts one wrong password; the count begins anew when the last one is a quarter of an hour old. */
  async failed(email: string): Promise<void> {
    const now = String(Date.now());
    await db
      .insertInto("auth_rate_limit")
      .values({ key: keyOf(email), count: 1, last_request: now })
      .onConflict((conflict) =>
        conflict.column("key").doUpdateSet({
          count: sql<number>`case when auth_rate_limit.last_request < ${now}::bigint - ${LOCK_FOR_MS} then 1 else auth_rate_limit.count + 1 end`,
          last_request: now,
        }),
      )
      .execute();
  },
  async succeeded(email: string): Promise<void> {
    await db.deleteFrom("auth_rate_limit").where("key", "=", keyOf(email)).execute();
  },
});

export type SignInLock = ReturnType<typeof signInLock>;
