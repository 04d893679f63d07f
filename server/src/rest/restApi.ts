import { randomUUID } from "node:crypto";
import { recordSchemas, type RecordSchema } from "@sluice/domain";
import { Refusal } from "@sluice/problems";
import { callTRPCProcedure, TRPCError } from "@trpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { appRouter } from "../appRouter.ts";
import { plainProblem } from "../http/answerError.ts";
import { languageOf } from "../http/languageOf.ts";
import { sendProblems } from "../http/sendProblems.ts";
import { ShownRefusal } from "../refusals/shownRefusal.ts";
import type { Context } from "../trpc/context.ts";
import type { Query } from "./listQuery.ts";
import { openApiDocument } from "./openApiDocument.ts";
import type { Made, RestRoute } from "./restRoute.ts";
import { restRoutes } from "./restRoutes.ts";
import { strayParts } from "./strictRequest.ts";

const BASE = "/api/v1";
const DEFINITION_BODY_LIMIT = 5_600_000;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const call = async (
  route: RestRoute,
  request: FastifyRequest<{ Params: Record<string, string>; Querystring: Query }>,
  ctx: Context,
) => {
  const key = request.headers["idempotency-key"];
  const stray = strayParts(route, { query: request.query, body: request.body, key }, languageOf(request.headers));
  if (stray.length > 0) throw new ShownRefusal(400, stray);
  const input = route.input({
    params: request.params,
    query: request.query,
    body: isObject(request.body) ? request.body : {},
    commandId: typeof key === "string" ? key : randomUUID(),
  });
  const answered: unknown = await callTRPCProcedure({
    router: appRouter,
    path: route.procedure,
    getRawInput: async () => input,
    ctx,
    type: route.method === "GET" ? "query" : "mutation",
    signal: undefined,
    batchIndex: 0,
  });
  return answered;
};

/** The ids by which what was made is found: a process has its own key, everything else the one it was given. */
const placeIn = (answered: unknown, body: unknown): Made => ({
  ...(isObject(body) && typeof body["key"] === "string" ? { key: body["key"] } : {}),
  ...(isObject(answered) ? answered : {}),
});

const answer = async (
  route: RestRoute,
  request: FastifyRequest<{ Params: Record<string, string>; Querystring: Query }>,
  reply: FastifyReply,
  ctx: Context,
) => {
  try {
    const answered = await call(route, request, ctx);
    if (route.madeAt !== undefined) reply.header("location", BASE + route.madeAt(placeIn(answered, request.body)));
    return await reply.code(route.status).header("cache-control", "no-store").send(answered);
  } catch (cause) {
    if (!(cause instanceof TRPCError)) throw cause;
    if (cause.cause instanceof ShownRefusal) return sendProblems(reply, cause.cause.status, cause.cause.problems);
    throw cause.cause ?? cause;
  }
};

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;
const urlOf = ({ path }: RestRoute): string => BASE + path.replace(/\{(\w+)\}/g, ":$1");

/** Which methods each address takes; whatever may be got may be asked for its head. */
const methodsByPath = (): Map<string, string[]> => {
  const taken = new Map<string, string[]>();
  for (const route of restRoutes) {
    const own = taken.get(urlOf(route)) ?? [];
    taken.set(urlOf(route), [...own, ...(route.method === "GET" ? ["GET", "HEAD"] : [route.method])]);
  }
  return taken;
};

/** Whoever is refused (they have left, their key has ended) reads it as a stranger. */
const asStranger = (cause: unknown): null => {
  if (cause instanceof Refusal) return null;
  throw cause;
};

/** The document as text, for strangers with the built-in fields alone; made anew when an admin has changed a field. */
const keptDocument = () => {
  const kept: { readonly schemas: readonly RecordSchema[]; readonly text: string }[] = [];
  const isSame = (one: readonly RecordSchema[], other: readonly RecordSchema[]): boolean =>
    one.length === other.length && one.every((schema, at) => schema === other[at]);
  return (schemas: readonly RecordSchema[]): string => {
    const known = kept.find((it) => isSame(it.schemas, schemas));
    if (known !== undefined) return known.text;
    const text = JSON.stringify(openApiDocument(BASE, schemas));
    kept.unshift({ schemas, text });
    kept.splice(2);
    return text;
  };
};

/**
 * The procedures as REST under /api/v1, with an OpenAPI 3.1 document. `Idempotency-Key` is the command id: the same key with
 * the same body is answered with the first answer, with another body refused.
 */
export const restApi = (app: FastifyInstance, contextOf: (request: FastifyRequest) => Context): void => {
  for (const route of restRoutes) {
    const takesDefinition = ["processes.saveDraft", "processes.readFile", "processes.readTables"].includes(
      route.procedure,
    );
    app.route<{ Params: Record<string, string>; Querystring: Query }>({
      method: route.method,
      url: urlOf(route),
      ...(takesDefinition ? { bodyLimit: DEFINITION_BODY_LIMIT } : {}),
      handler: (request, reply) => answer(route, request, reply, contextOf(request)),
    });
  }
  for (const [path, taken] of methodsByPath()) {
    app.route({
      method: METHODS.filter((method) => !taken.includes(method)),
      url: path,
      handler: (request, reply) =>
        sendProblems(reply.header("allow", taken.join(", ")), 405, [
          plainProblem("INPUT_INVALID", request, { field: "method", reason: taken.join(", ") }),
        ]),
    });
  }
  const documentOf = keptDocument();
  app.get(`${BASE}/openapi.json`, async (request, reply) => {
    const ctx = contextOf(request);
    const isKnown = (await ctx.signedIn().catch(asStranger)) !== null;
    const schemas = isKnown ? await ctx.ports.catalog.recordSchemas() : Object.values(recordSchemas);
    return reply
      .header("content-type", "application/json; charset=utf-8")
      .header("cache-control", "no-store")
      .send(documentOf(schemas));
  });
  app.all(`${BASE}/*`, (request, reply) =>
    sendProblems(reply, 404, [plainProblem("NOT_FOUND", request, { recordType: "address" })]),
  );
};
