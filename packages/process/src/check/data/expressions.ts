import type { Check } from "../checkDefinition.ts";
import { calledIn } from "./calledIn.ts";
import { expressionFaults, typeIn, type TypeOf } from "./expressionFaults.ts";
import { expressionPlaces } from "./expressionPlaces.ts";
import { scopesOf } from "./scopeAt.ts";

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
    expressionFaults(where.text, scopeOf(where), typeOf).map(({ from: _from, to: _to, ...finding }) => ({
      ...finding,
      ...where.place,
    })),
  );
};
