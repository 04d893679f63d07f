import type { FastifyReply } from "fastify";
import type { ShownProblem } from "../refusals/shownProblem.ts";

/**
 * Answers with `application/problem+json` (RFC 9457): the first problem's fields on top and `problems` with all of them.
 */
export const sendProblems = (reply: FastifyReply, status: number, problems: readonly ShownProblem[]): FastifyReply => {
  const first = problems[0];
  return reply
    .code(status)
    .header("content-type", "application/problem+json; charset=utf-8")
    .header("cache-control", "no-store")
    .send(
      JSON.stringify({
        type: `urn:sluice:problem:${first?.code ?? "FAULT"}`,
        title: first?.message ?? "",
        status,
        ...first,
        problems,
      }),
    );
};
