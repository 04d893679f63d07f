import { timingSafeEqual } from "node:crypto";
import type { DB } from "@sluice/records";
import type { Metrics } from "@sluice/telemetry";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Kysely, sql } from "kysely";

interface Parts {
  readonly db: Kysely<DB>;
  readonly metrics: Metrics;
  readonly metricsToken: string;
  readonly isStopping: () => boolean;
}

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

const mayReadMetrics = (request: FastifyRequest, token: string): boolean => {
  const isDirect = request.headers["x-forwarded-for"] === undefined && LOOPBACK.has(request.socket.remoteAddress ?? "");
  if (isDirect) return true;
  const given = Buffer.from(request.headers.authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
};

/**
 * For whoever runs the server: `/healthz` answers while the process lives, `/readyz` while it should get requests (not
 * stopping, Postgres answers), `/metrics` is for Prometheus on this machine or with the token.
 */
export const opsRoutes = (app: FastifyInstance, { db, metrics, metricsToken, isStopping }: Parts): void => {
  const unlimited = { config: { rateLimit: false as const }, logLevel: "silent" as const };
  app.get("/healthz", unlimited, (_request, reply) => reply.send({ status: "alive" }));
  app.get("/readyz", unlimited, async (_request, reply) => {
    if (isStopping()) return reply.code(503).send({ status: "stopping" });
    const answers = await sql`select 1`.execute(db).then(
      () => true,
      () => false,
    );
    return answers ? { status: "ready" } : reply.code(503).send({ status: "no database" });
  });
  app.get("/metrics", unlimited, async (request, reply) => {
    if (!mayReadMetrics(request, metricsToken)) return reply.code(404).send();
    return reply.header("content-type", metrics.registry.contentType).send(await metrics.page());
  });
};
