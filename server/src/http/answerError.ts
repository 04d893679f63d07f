import { messageOf, problem, type Problem, type ProblemCode, Refusal, statusOf } from "@sluice/problems";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { ShownProblem } from "../refusals/shownProblem.ts";
import { ShownRefusal } from "../refusals/shownRefusal.ts";
import { faultForLog } from "./faultForLog.ts";
import { languageOf } from "./languageOf.ts";
import { sendProblems } from "./sendProblems.ts";

const codeOf = (status: number): ProblemCode =>
  status === 413 ? "INPUT_TOO_LARGE" : status === 404 ? "NOT_FOUND" : "INPUT_INVALID";

/** The largest body that this route takes, in words. */
const limitOf = (request: FastifyRequest): string =>
  `${((request.routeOptions.bodyLimit ?? 0) / 1_048_576).toFixed(1).replace(/\.0$/, "")} MB`;

/** One problem of the catalogue with values that hold nothing of anybody's. */
export const plainProblem = (
  code: ProblemCode,
  request: FastifyRequest,
  values: Record<string, string> = {},
): ShownProblem => ({
  code,
  message: messageOf(problem(code, values), languageOf(request.headers)),
  values,
  whoCanClear: [],
});

/** Of what a problem says, the single words and numbers: nobody is known here whose rights would open more. */
const plainValues = (values: Problem["values"]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" ? [[name, String(value)]] : [],
    ),
  );

/** The limit of requests is told with the instant from which they are taken again. */
const tooMany = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const seconds = Number(reply.getHeader("retry-after") ?? 60);
  const at = new Date(Date.now() + seconds * 1_000).toISOString();
  return sendProblems(reply, 429, [{ ...plainProblem("TOO_MANY_REQUESTS", request, { at }), nextPossibleAt: at }]);
};

/**
 * Turns whatever a route threw into its answer, once. Refusals carry their status; what Fastify refused keeps its own; the
 * rest is a fault of ours: logged under the request's id, and the answer carries that id and nothing else.
 */
export const answerError = (
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  if (error instanceof ShownRefusal) return sendProblems(reply, error.status, error.problems);
  if (error instanceof Refusal) {
    const first = error.problems[0];
    return sendProblems(
      reply,
      first === undefined ? 503 : statusOf(first),
      error.problems.map((it) => ({
        ...plainProblem(it.code, request, plainValues(it.values)),
        ...(it.nextPossibleAt === undefined ? {} : { nextPossibleAt: it.nextPossibleAt }),
      })),
    );
  }
  const status = "statusCode" in error && typeof error.statusCode === "number" ? error.statusCode : 500;
  if (status < 500) {
    if (status === 429) return tooMany(request, reply);
    const cause = "code" in error && typeof error.code === "string" ? { cause: error.code } : {};
    return sendProblems(reply, status, [
      plainProblem(codeOf(status), request, {
        field: "request",
        reason: "badRequest",
        ...cause,
        limit: limitOf(request),
      }),
    ]);
  }
  request.log.error({ fault: faultForLog(error) }, "request failed");
  return reply
    .code(500)
    .header("content-type", "application/problem+json; charset=utf-8")
    .header("cache-control", "no-store")
    .send(
      JSON.stringify({
        type: "urn:sluice:problem:FAULT",
        title: "Internal fault",
        status: 500,
        faultId: request.id,
        problems: [],
      }),
    );
};
