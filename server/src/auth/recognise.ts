import type { IncomingHttpHeaders } from "node:http";
import { problem, Refusal } from "@sluice/problems";
import type { DB } from "@sluice/records";
import type { Kysely } from "kysely";
import { z } from "zod";
import type { SignedIn } from "../trpc/context.ts";
import type { Auth } from "./createAuth.ts";
import { findReader } from "./findReader.ts";
import { keyAccess } from "./keyAccess.ts";
import { webHeaders } from "./webHeaders.ts";

interface Parts {
  readonly auth: () => Auth;
  readonly db: Kysely<DB>;
}

const limited = z.object({ code: z.literal("RATE_LIMITED"), details: z.object({ tryAgainIn: z.number() }) });

const byKey = async ({ auth, db }: Parts, key: string): Promise<SignedIn> => {
  const { valid, key: found, error } = await auth().api.verifyApiKey({ body: { key } });
  const busy = limited.safeParse(error);
  if (busy.success) {
    const at = new Date(Date.now() + busy.data.details.tryAgainIn).toISOString();
    throw new Refusal([problem("TOO_MANY_REQUESTS", { at }, { nextPossibleAt: at })]);
  }
  const reader = valid && found !== null ? await findReader(db, found.referenceId) : null;
  if (reader === null || found === null) throw new Refusal([problem("SIGN_IN_REQUIRED")]);
  const given = found.permissions?.["api"] ?? [];
  return { reader, via: "apiKey", access: keyAccess.filter((it) => given.includes(it)) };
};

/**
 * Recognises who sends a request, by API key or by session cookie; null for a stranger.
 *
 * A key that is wrong, expired or a leaver's is refused outright, never taken for a stranger.
 *
 * @problem SIGN_IN_REQUIRED - the key opens nothing
 * @problem TOO_MANY_REQUESTS - the key has asked as often as a key may in a minute
 * @problem SESSION_ENDED - the session is that of a person who has been deactivated
 */
export const recognise = async (parts: Parts, headers: IncomingHttpHeaders): Promise<SignedIn | null> => {
  const key = headers["x-api-key"];
  if (typeof key === "string") return byKey(parts, key);
  if (headers.cookie === undefined) return null;
  const session = await parts.auth().api.getSession({ headers: webHeaders(headers) });
  if (session === null) return null;
  const reader = await findReader(parts.db, session.user.id);
  if (reader === null) throw new Refusal([problem("SESSION_ENDED")]);
  return { reader, via: "session", access: keyAccess };
};
