import { catalogue, fillTemplate, type Language } from "@sluice/problems";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { languageOf } from "../http/languageOf.ts";
import { sendProblems } from "../http/sendProblems.ts";
import { assertPlain } from "../trpc/assertPlain.ts";
import type { Auth } from "./createAuth.ts";
import type { SignInLock } from "./signInLock.ts";
import { webHeaders } from "./webHeaders.ts";

interface Parts {
  readonly auth: () => Auth;
  readonly lock: SignInLock;
  readonly publicUrl: string;
}

const SIGN_IN = "/auth/sign-in/email";

const emailIn = (body: unknown): string | null => {
  if (typeof body !== "object" || body === null || !("email" in body)) return null;
  return typeof body.email === "string" ? body.email.slice(0, 320) : null;
};

const locked = (at: string, language: Language) => ({
  code: "TOO_MANY_REQUESTS",
  message: fillTemplate(catalogue.TOO_MANY_REQUESTS[language], { at }),
  values: { at },
  whoCanClear: [],
  nextPossibleAt: at,
});

const toWebRequest = (request: FastifyRequest, publicUrl: string): Request => {
  const headers = webHeaders(request.headers);
  headers.delete("content-length");
  headers.set("x-forwarded-for", request.ip);
  const hasBody = request.body !== undefined && request.body !== null;
  if (hasBody) headers.set("content-type", "application/json");
  return new Request(new URL(request.url, publicUrl), {
    method: request.method,
    headers,
    ...(hasBody ? { body: JSON.stringify(request.body) } : {}),
  });
};

/**
 * Everything under /auth is better-auth's; this border adds the lock on sign-in.
 *
 * A locked account is answered alike whether the password is right or wrong, and whether the account exists or not.
 */
export const authRoutes = (app: FastifyInstance, { auth, lock, publicUrl }: Parts): void => {
  app.all("/auth/*", { config: { rateLimit: { max: 60, timeWindow: "1 minute" } } }, async (request, reply) => {
    assertPlain(request.body);
    const email = request.method === "POST" && request.url.split("?")[0] === SIGN_IN ? emailIn(request.body) : null;
    const until = email === null ? null : await lock.lockedUntil(email);
    if (until !== null) return sendProblems(reply, 429, [locked(until, languageOf(request.headers))]);
    const response = await auth().handler(toWebRequest(request, publicUrl));
    if (email !== null && response.status === 401) await lock.failed(email);
    if (email !== null && response.ok) await lock.succeeded(email);
    reply.code(response.status);
    response.headers.forEach((value, name) => {
      if (name !== "set-cookie" && name !== "content-length") reply.header(name, value);
    });
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) reply.header("set-cookie", cookies);
    return reply.send(response.body === null ? null : Buffer.from(await response.arrayBuffer()));
  });
};
