import { type RequestSpan, requestSpan } from "@sluice/telemetry";
import type { FastifyInstance, FastifyRequest } from "fastify";

/**
 * Makes each request one span, of the caller's trace where it names one: method, route as written, status. Everything that a
 * handler does belongs to it. What operators ask for all the time (health, metrics) is not traced.
 */
export const traceRequests = (app: FastifyInstance): void => {
  const spans = new WeakMap<FastifyRequest, RequestSpan>();
  app.addHook("onRequest", async (request) => {
    const route = request.routeOptions.url;
    if (route === undefined || request.routeOptions.logLevel === "silent") return;
    const parent = request.headers["traceparent"];
    spans.set(
      request,
      requestSpan(`${request.method} ${route}`, {
        parent: typeof parent === "string" ? parent : null,
        attributes: { "http.request.method": request.method, "http.route": route },
      }),
    );
  });
  // Entered only here: between the first hook and this one the body is read, by calls that no longer know who caused them.
  app.addHook("preHandler", (request, _reply, done) => {
    const span = spans.get(request);
    if (span === undefined) return done();
    span.enter(done);
  });
  app.addHook("onResponse", async (request, reply) => {
    spans.get(request)?.end({ "http.response.status_code": reply.statusCode }, reply.statusCode >= 500);
  });
};
