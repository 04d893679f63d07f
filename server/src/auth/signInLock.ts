import { createHash } from "node:crypto";
import type { DB } from "@sluice/records";
import { type Kysely, sql } from "kysely";

/** After this many wrong passwords in a row an account takes no more for a while. */
export const LOCK_AFTER = 10;
const LOCK_FOR_MS = 15 * 60_000;

const keyOf = (email: string): string =>
  `sign-in:${createHash("sha256").update(email.trim().toLowerCase()).digest("hex")}`;

/**
 * Counts tried passwords per account, for all servers of the install at once, over restarts.
 *
 * A try is counted before it is looked at, so a thousand at once are no more than ten; a right password forgets the count. Ten
 * in a row lock the account for a quarter of an hour after the last that was taken. The account stands there as a hash:
 * whether it exists cannot be read from an answer, since unknown accounts are counted alike.
 */
export const signInLock = (db: Kysely<DB>) => ({
  /** Counts one try. Answers null when it may be made, else the instant until which none is. */
  async take(email: string): Promise<string | null> {
    const now = Date.now();
    const isOld = sql<boolean>`auth_rate_limit.last_request < ${String(now - LOCK_FOR_MS)}::bigint`;
    const row = await db
      .insertInto("auth_rate_limit")
      .values({ key: keyOf(email), count: 1, last_request: String(now) })
      .onConflict((conflict) =>
        conflict.column("key").doUpdateSet({
          count: sql<number>`case when ${isOld} then 1 else least(auth_rate_limit.count, ${LOCK_AFTER}) + 1 end`,
          last_request: sql<string>`case when ${isOld} or auth_rate_limit.count < ${LOCK_AFTER} then ${String(now)}::bigint else auth_rate_limit.last_request end`,
        }),
      )
      .returning(["count", "last_request"])
      .executeTakeFirstOrThrow();
    return row.count <= LOCK_AFTER ? null : new Date(Number(row.last_request) + LOCK_FOR_MS).toISOString();
  },
  async succeeded(email: string): Promise<void> {
    await db.deleteFrom("auth_rate_limit").where("key", "=", keyOf(email)).execute();
  },
});

export type SignInLock = ReturnType<typeof signInLock>;
