import type { Check } from "../checkDefinition.ts";
import type { Finding } from "../finding.ts";
import { calledIn } from "./calledIn.ts";
import type { ExpressionFault } from "./expressionFault.ts";
import { expressionFaults, typeIn, type TypeOf } from "./expressionFaults.ts";
import { type ExpressionPlace, expressionPlaces } from "./expressionPlaces.ts";
import { scopesOf } from "./scopeAt.ts";

const findingOf = (
  { text, place }: ExpressionPlace,
  { severity, code, message, fix, replacement, mended }: ExpressionFault,
): Finding => ({
  severity,
  code,
  message,
  ...(fix ? { fix } : {}),
  ...(mended === undefined ? {} : { detail: { written: text, meant: [mended], says: replacement ?? mended } }),
  ...place,
});

/** What an expression says wrong: it cannot be read, speaks of what is not there, or answers what its place cannot use. */
export const expressions: Check = (graph, world) => {
  const scopeOf = scopesOf(graph, world.schemas ?? {}, calledIn(graph, world));
  const types = new Map<string, ReturnType<TypeOf>>();
  const typeOf: TypeOf = (expression, scope) => {
    const known = types.get(expression.text) ?? typeIn(expression, scope);
    types.set(expression.text, known);
    return known;
  };
  return expressionPlaces(graph).flatMap((where) =>
    expressionFaults(where.text, { ...scopeOf(where), isDeciding: where.isInput !== true }, typeOf).map((fault) =>
      findingOf(where, fault),
    ),
  );
};
