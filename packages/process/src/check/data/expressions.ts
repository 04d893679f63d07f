import { LONGEST_EXPRESSION } from "../../definition/expression.ts";
import type { Check } from "../check.ts";
import type { Finding } from "../finding.ts";
import { calledIn } from "./calledIn.ts";
import type { ExpressionFault } from "./expressionFault.ts";
import { expressionFaults, typeIn, type TypeOf } from "./expressionFaults.ts";
import { type ExpressionPlace, expressionPlaces } from "./expressionPlaces.ts";
import { scopesOf } from "./scopeAt.ts";

/** So many things are told of one expression: who puts these right is told the next. */
const MOST_FAULTS = 20;

/** The whole text put right, where it may be as long as that. */
const detailOf = (text: string, { replacement, mended }: ExpressionFault): Pick<Finding, "detail"> =>
  mended === undefined || mended.length > LONGEST_EXPRESSION
    ? {}
    : { detail: { written: text, meant: [mended], says: replacement ?? mended } };

const findingOf = ({ text, place }: ExpressionPlace, fault: ExpressionFault): Finding => ({
  severity: fault.severity,
  code: fault.code,
  message: fault.message,
  ...(fault.fix ? { fix: fault.fix } : {}),
  ...detailOf(text, fault),
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
    expressionFaults(where.text, { ...scopeOf(where), isDeciding: where.isInput !== true }, typeOf)
      .slice(0, MOST_FAULTS)
      .map((fault) => findingOf(where, fault)),
  );
};
