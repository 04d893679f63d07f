import { problem, Refusal } from "@sluice/problems";
import { TRPCError } from "@trpc/server";
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from "@trpc/server/adapters/fastify";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type AppRouter, appRouter } from "../appRouter.ts";
import { faultForLog } from "../http/faultForLog.ts";
import type { Context } from "./context.ts";

/** The most procedures in one batch. */
const BATCH_LIMIT = 30;

/** The largest body: a definition of 5 MB and its envelope. Other procedures' inputs are bounded by their schemas. */
export const TRPC_BODY_LIMIT = 5_600_000;

/** Serves every procedure at /trpc, subscriptions as server-sent events. */
export const trpcRoutes = async (
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Context,
): Promise<void> => {
  await app.register(fastifyTRPCPlugin, {
    prefix: "/trpc",
    trpcOptions: {
      router: appRouter,
      createContext: ({ req, info }) => {
        if (info.calls.length > BATCH_LIMIT) {
          throw new TRPCError({
            code: "BAD_REQUEST",
            cause: new Refusal([problem("LIST_TOO_LONG", { limit: BATCH_LIMIT })]),
          });
        }
        return contextOf(req);
      },
      onError: ({ error, ctx, path }) => {
        if (error.code === "INTERNAL_SERVER_ERROR")
          ctx?.log.error({ procedure: path, fault: faultForLog(error.cause ?? error) }, "procedure failed");
      },
    },
  } satisfies FastifyTRPCPluginOptions<AppRouter>);
};
