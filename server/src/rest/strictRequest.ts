import type { Language } from "@sluice/problems";
import { z } from "zod";
import { inputProblems } from "../refusals/inputProblems.ts";
import type { ShownProblem } from "../refusals/shownProblem.ts";
import { type Query, unknownNames } from "./listQuery.ts";
import type { RestRoute } from "./restRoute.ts";

interface Arrived {
  readonly query: Query;
  readonly body: unknown;
  /** The `Idempotency-Key`, if one was sent. */
  readonly key: string | readonly string[] | undefined;
}

const uuid = z.uuid();

/**
 * Finds what of a request its operation would pass over in silence: query words and body members it does not take, a body that
 * is no object, a key that is none. A misspelt filter must not answer with everything, nor a misspelt field change nothing.
 */
export const strayParts = (
  { body: members = [], query: words = [], method }: Pick<RestRoute, "body" | "query" | "method">,
  { query, body, key }: Arrived,
  language: Language,
): ShownProblem[] => {
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
  const told = (field: string, message: string) => ({ code: "custom" as const, path: [field], message, input: null });
  return inputProblems(
    [
      ...unknownNames(query, words).map((name) => told(name, "queryNotTaken")),
      ...(body === undefined || body === null || isObject ? [] : [told("body", "notObject")]),
      ...(isObject ? Object.keys(body) : [])
        .filter((name) => !members.includes(name))
        .map((name) => told(name, "memberNotTaken")),
      ...(method === "GET" || key === undefined || uuid.safeParse(key).success
        ? []
        : [told("Idempotency-Key", "notUuid")]),
    ],
    language,
  );
};
