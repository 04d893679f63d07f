import { problem, Refusal } from "@sluice/problems";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { newId } from "../transaction/newId.ts";
import { personWritten } from "./writePerson.ts";

/** The most keys one person has at a time. */
const MOST_KEYS = 25;
const DAY_MS = 86_400_000;
const REQUESTS_A_MINUTE = 600;

/** What a key is to be: its text is kept as a hash only, `start` is what it is known by in lists. */
export interface ApiKeyWish extends Command {
  readonly name: string;
  readonly days: number;
  readonly permissions: readonly string[];
  readonly hash: string;
  readonly start: string;
  readonly prefix: string;
}

/**
 * Gives the caller an API key that expires, as a row that better-auth reads. The key and its audit line are committed together;
 * the person's row is share-locked, so nobody who is just leaving gets one.
 *
 * @problem NOT_ALLOWED - a key cannot make keys
 * @problem LIST_TOO_LONG - they have as many as anybody may have
 */
export const makeApiKey = (house: House, wish: ApiKeyWish, caller: Caller): Promise<Committed> => {
  const { commandId, name, days, permissions, hash, start, prefix } = wish;
  const input = { name, days, permissions: [...permissions] };
  return runCommand(house, { name: "make api key", commandId, input, caller }, async (tx, { asker }) => {
    if (caller.via !== "session")
      throw new Refusal([problem("NOT_ALLOWED", { action: "make", recordType: "API key" })]);
    const { version } = await tx.db
      .selectFrom("person")
      .select("version")
      .where("id", "=", asker.id)
      .where("active", "=", true)
      .forShare()
      .executeTakeFirstOrThrow();
    const at = await house.clock.now(tx.db);
    const held = await tx.db
      .selectFrom("auth_apikey")
      .select("id")
      .where("reference_id", "=", asker.id)
      .where("expires_at", ">", at)
      .execute();
    if (held.length >= MOST_KEYS) throw new Refusal([problem("LIST_TOO_LONG", { limit: MOST_KEYS })]);
    const id = newId();
    await tx.db
      .insertInto("auth_apikey")
      .values({
        id,
        name,
        start,
        prefix,
        key: hash,
        reference_id: asker.id,
        permissions: JSON.stringify({ api: permissions }),
        expires_at: new Date(Date.parse(at) + days * DAY_MS).toISOString(),
        rate_limit_time_window: 60_000,
        rate_limit_max: REQUESTS_A_MINUTE,
      })
      .execute();
    const detail = { apiKey: id, permissions: [...permissions], days };
    return {
      ...personWritten(tx, { id: asker.id, version, action: "apiKeyMade", caller, commandId, at, detail }),
      recordType: "apiKey",
      recordId: id,
    };
  });
};
