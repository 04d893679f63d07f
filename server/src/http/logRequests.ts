import type { Metrics } from "@sluice/telemetry";
import type { FastifyInstance } from "fastify";

/**
 * Writes one line a request: method, route as written (never the address with its values), status, time. Ids of commands and
 * cases are logged where procedures run; nothing here holds anything of a person's.
 */
export const logRequests = (app: FastifyInstance, metrics: Metrics): void => {
  const durations = metrics.durations("http_request_seconds", "Time to answer", ["method", "route", "status"]);
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    durations.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1_000);
    request.log.info(
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      "answered",
    );
  });
};
