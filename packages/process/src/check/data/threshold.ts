import type { ASTNode } from "@marcbachmann/cel-js";
import { chainOf } from "../../expression/chains.ts";
import { parseExpression } from "../../expression/expression.ts";
import { compared, type Interval } from "./interval.ts";

/** A comparison of a path with a number. */
export interface Threshold {
  readonly path: string;
  readonly interval: Interval;
}

/** The threshold that a part of an expression is; null for anything else. */
export const thresholdIn = (ast: ASTNode): Threshold | null => {
  if (ast.op !== "<" && ast.op !== "<=" && ast.op !== ">" && ast.op !== ">=" && ast.op !== "==") return null;
  const [left, right] = ast.args;
  const chain = chainOf(left);
  const limit =
    right.op === "value" && (typeof right.args === "bigint" || typeof right.args === "number")
      ? String(right.args)
      : null;
  const interval = limit === null ? null : compared(ast.op, limit);
  return chain && interval ? { path: [chain.root, ...chain.members].join("."), interval } : null;
};

/** The threshold that an expression is as a whole. */
export const thresholdOf = (text: string): Threshold | null => {
  try {
    return thresholdIn(parseExpression(text).ast);
  } catch {
    return null; // told by the expression check
  }
};
