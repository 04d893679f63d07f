import { catalogue, fillTemplate, type ProblemCode, Refusal, statusOf } from "@sluice/problems";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { ShownProblem } from "../refusals/shownProblem.ts";
import { ShownRefusal } from "../refusals/shownRefusal.ts";
import { faultForLog } from "./faultForLog.ts";
import { languageOf } from "./languageOf.ts";
import { sendProblems } from "./sendProblems.ts";

const codeOf = (status: number): ProblemCode =>
  status === 413
    ? "INPUT_TOO_LARGE"
    : status === 429
      ? "TOO_MANY_REQUESTS"
      : status === 404
        ? "NOT_FOUND"
        : "INPUT_INVALID";

/** One problem of the catalogue with values that hold nothing of anybody's. */
export const plainProblem = (
  code: ProblemCode,
  request: FastifyRequest,
  values: Record<string, string> = {},
): ShownProblem => ({
  code,
  message: fillTemplate(catalogue[code][languageOf(request.headers)], values),
  values,
  whoCanClear: [],
});

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
      error.problems.map((it) => plainProblem(it.code, request)),
    );
  }
  const status = "statusCode" in error && typeof error.statusCode === "number" ? error.statusCode : 500;
  if (status < 500) {
    const reason = "code" in error && typeof error.code === "string" ? error.code : "unreadable";
    return sendProblems(reply, status, [
      plainProblem(codeOf(status), request, { field: "request", reason, limit: "1 MB", at: "a minute from now" }),
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
