import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { plainProblem } from "../http/answerError.ts";
import { sendProblems } from "../http/sendProblems.ts";

const YEAR_IN_SECONDS = 31_536_000;
const NOT_PAGES = /^\/(trpc|auth|api|files|hooks|assets)(\/|$)/;

/**
 * Serves the built studio: its hashed assets for ever, its page fresh each time, and the page for every address that is the
 * studio's own. An address that belongs to the server and is not there stays a 404.
 */
export const studioRoutes = async (app: FastifyInstance, studioDir: string): Promise<void> => {
  const isBuilt = existsSync(join(studioDir, "index.html"));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: studioDir,
      index: ["index.html"],
      cacheControl: false,
      setHeaders: (reply, path) => {
        const isHashed = path.startsWith(join(studioDir, "assets"));
        reply.header("cache-control", isHashed ? `public, max-age=${YEAR_IN_SECONDS}, immutable` : "no-cache");
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0] ?? "/";
    const isPage = isBuilt && (request.method === "GET" || request.method === "HEAD") && !NOT_PAGES.test(path);
    if (isPage) return reply.header("cache-control", "no-cache").sendFile("index.html");
    return sendProblems(reply, 404, [plainProblem("NOT_FOUND", request, { recordType: "address" })]);
  });
};
