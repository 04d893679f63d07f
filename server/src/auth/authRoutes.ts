import { catalogue, fillTemplate, type Language } from "@sluice/problems";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { languageOf } from "../http/languageOf.ts";
import { sendProblems } from "../http/sendProblems.ts";
import type { Auth } from "./createAuth.ts";
import { servedAuthPaths } from "./servedAuthPaths.ts";
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

/** The request as the web has it, at the route's own address: however the sender wrote the path, one route is one route. */
const toWebRequest = (request: FastifyRequest, path: string, publicUrl: string): Request => {
  const headers = webHeaders(request.headers);
  headers.delete("content-length");
  headers.set("x-forwarded-for", request.ip);
  const hasBody = request.body !== undefined && request.body !== null;
  if (hasBody) headers.set("content-type", "application/json");
  const [, query] = request.url.split(/\?(.*)/s);
  return new Request(new URL(query === undefined ? path : `${path}?${query}`, publicUrl), {
    method: request.method,
    headers,
    ...(hasBody ? { body: JSON.stringify(request.body) } : {}),
  });
};

const sendWebResponse = async (reply: FastifyReply, response: Response): Promise<FastifyReply> => {
  reply.code(response.status).header("cache-control", "no-store");
  response.headers.forEach((value, name) => {
    if (name !== "set-cookie" && name !== "content-length") reply.header(name, value);
  });
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header("set-cookie", cookies);
  return reply.send(response.body === null ? null : Buffer.from(await response.arrayBuffer()));
};

/**
 * What of better-auth is served, under /auth; this border adds the lock on sign-in.
 *
 * A locked account is answered alike whether the password is right or wrong, and whether the account exists or not.
 */
export const authRoutes = (app: FastifyInstance, { auth, lock, publicUrl }: Parts): void => {
  const limited = { config: { rateLimit: { max: 60, timeWindow: "1 minute" } } };
  for (const { path, method } of servedAuthPaths) {
    app.route({
      method,
      url: path,
      ...limited,
      handler: async (request, reply) => {
        const email = path === SIGN_IN ? emailIn(request.body) : null;
        const until = email === null ? null : await lock.take(email);
        if (until !== null) return sendProblems(reply, 429, [locked(until, languageOf(request.headers))]);
        const response = await auth().handler(toWebRequest(request, path, publicUrl));
        if (email !== null && response.ok) await lock.succeeded(email);
        return sendWebResponse(reply, response);
      },
    });
  }
};
