import type { ASTNode } from "@marcbachmann/cel-js";
import type { Json } from "../kernel/json.ts";
import { fromCelValue } from "./celValue.ts";
import { chainsOf } from "./chains.ts";
import { runEnvironment, textOf, type Expression } from "./expression.ts";
import { isExpressionRoot, type ExpressionRoot } from "./expressionRoots.ts";

/** A part of a condition that did not hold, with the values it saw. */
export interface FailedPart {
  readonly text: string;
  readonly saw: { readonly [path: string]: Json };
}

const lookUp = (context: Record<ExpressionRoot, unknown>, root: string, members: readonly string[]): unknown =>
  members.reduce<unknown>(
    (value, member) =>
      value !== null && typeof value === "object" && Object.hasOwn(value, member)
        ? (value as Record<string, unknown>)[member]
        : undefined,
    context[root as ExpressionRoot],
  );

const sawOf = (node: ASTNode, context: Record<ExpressionRoot, unknown>): FailedPart["saw"] =>
  Object.fromEntries(
    chainsOf(node)
      .filter((chain) => isExpressionRoot(chain.root))
      .map((chain) => {
        const value = lookUp(context, chain.root, chain.members);
        return [[chain.root, ...chain.members].join("."), value === undefined ? null : fromCelValue(value)] as const;
      }),
  );

const holds = (node: ASTNode, context: Record<ExpressionRoot, unknown>): boolean => {
  try {
    return runEnvironment.parse(textOf(node))(context) === true;
  } catch {
    return false; // a part that cannot be evaluated is shown among those that did not hold
  }
};

/** Says which parts of a false condition failed, and what they saw: of an `&&` the false sides, of an `||` all of them. */
export const whyFalse = (expression: Expression, context: Record<ExpressionRoot, unknown>): readonly FailedPart[] => {
  const visit = (node: ASTNode): readonly FailedPart[] => {
    if (node.op === "&&") return node.args.filter((side) => !holds(side, context)).flatMap(visit);
    if (node.op === "||") return node.args.flatMap(visit);
    return [{ text: textOf(node), saw: sawOf(node, context) }];
  };
  return visit(expression.ast);
};
