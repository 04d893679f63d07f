import { randomUUID } from "node:crypto";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import type { Config } from "@sluice/config";
import { problem, Refusal } from "@sluice/problems";
import type { DB } from "@sluice/records";
import type { Logger, Metrics } from "@sluice/telemetry";
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from "fastify";
import type { Kysely } from "kysely";
import { authRoutes } from "../auth/authRoutes.ts";
import type { Auth } from "../auth/createAuth.ts";
import { isSameOrigin } from "../auth/isSameOrigin.ts";
import type { SignInLock } from "../auth/signInLock.ts";
import { fileRoutes } from "../files/fileRoutes.ts";
import { hookRoutes } from "../hooks/hookRoutes.ts";
import { countCommands } from "../ops/countCommands.ts";
import { opsRoutes } from "../ops/opsRoutes.ts";
import type { ServerPorts } from "../ports.ts";
import { restApi } from "../rest/restApi.ts";
import { studioRoutes } from "../studio/studioRoutes.ts";
import type { SignedIn } from "../trpc/context.ts";
import { createContext } from "../trpc/createContext.ts";
import { TRPC_BODY_LIMIT, trpcRoutes } from "../trpc/trpcRoutes.ts";
import { answerError } from "./answerError.ts";
import { contentSecurityPolicy } from "./contentSecurityPolicy.ts";
import { logRequests } from "./logRequests.ts";
import { requestKey } from "./requestKey.ts";
import { traceRequests } from "./traceRequests.ts";

export interface AppParts {
  readonly config: Pick<Config, "publicUrl" | "filesDir" | "trustedProxies" | "webhookSecrets">;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly metricsToken: string;
  readonly db: Kysely<DB>;
  readonly ports: ServerPorts;
  readonly auth: () => Auth;
  readonly lock: SignInLock;
  readonly recognise: (headers: FastifyRequest["headers"]) => Promise<SignedIn | null>;
  readonly trustedOrigins: readonly string[];
  readonly studioDir: string;
  readonly isStopping: () => boolean;
}

/** Of one address; a whole office may stand behind it. */
const REQUESTS_A_MINUTE = 12_000;
const BODY_LIMIT = 1_048_576;

/** Puts the borders together: every guard that holds for all routes here, every route in its own file. */
export const createApp = async (parts: AppParts): Promise<FastifyInstance> => {
  const logger: FastifyBaseLogger = parts.log;
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    trustProxy: [...parts.config.trustedProxies],
    routerOptions: { maxParamLength: 5_000 },
    forceCloseConnections: "idle",
    return503OnClosing: true,
  });
  const isSecure = parts.config.publicUrl.startsWith("https:");
  await app.register(helmet, {
    contentSecurityPolicy,
    strictTransportSecurity: isSecure,
    crossOriginEmbedderPolicy: false,
  });
  await app.register(rateLimit, {
    max: REQUESTS_A_MINUTE,
    timeWindow: "1 minute",
    keyGenerator: requestKey,
    cache: 20_000,
  });
  // A program that always names JSON may leave the body of a command out that needs none.
  const readJson = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    const text = body.toString();
    return text === "" ? done(null, undefined) : readJson(request, text, done);
  });
  app.setErrorHandler(answerError);
  app.addHook("onRequest", async (request) => {
    if (isSameOrigin(request.method, request.headers, parts.trustedOrigins)) return;
    throw new Refusal([problem("NOT_ALLOWED", { action: request.method, recordType: "origin" })]);
  });
  traceRequests(app);
  logRequests(app, parts.metrics);

  const countCommand = countCommands(parts.metrics);
  const contextOf = (request: FastifyRequest) => createContext(request, { ...parts, countCommand });
  opsRoutes(app, parts);
  authRoutes(app, { auth: parts.auth, lock: parts.lock, publicUrl: parts.config.publicUrl });
  restApi(app, contextOf);
  await app.register((scope) =>
    fileRoutes(scope, {
      contextOf,
      filesDir: parts.config.filesDir,
      files: parts.ports.files,
      processes: parts.ports.processes,
    }),
  );
  await app.register(async (scope) =>
    hookRoutes(scope, { secret: parts.config.webhookSecrets.in, hooks: parts.ports.hooks }),
  );
  await app.register((scope) => trpcRoutes(scope, contextOf), { bodyLimit: TRPC_BODY_LIMIT });
  await studioRoutes(app, parts.studioDir);
  return app;
};
