import type { ASTNode } from "@marcbachmann/cel-js";
import { childrenOf } from "./chains.ts";

const ARITHMETIC: ReadonlySet<string> = new Set(["+", "-", "*", "/", "%"]);

const partsOf = (node: ASTNode): readonly ASTNode[] =>
  Array.isArray(node.args) ? (node.args as readonly ASTNode[]) : [];

/** Whether a part would be counted as a binary float: a literal with a fraction, or what is made of such alone. */
const isFloat = (node: ASTNode): boolean => {
  if (node.op === "value") return typeof node.args === "number";
  if (node.op === "-_") return isFloat(node.args);
  if (node.op === "?:") return partsOf(node).slice(1).some(isFloat);
  return ARITHMETIC.has(node.op) && partsOf(node).every(isFloat);
};

const refuse = (): never => {
  throw new RangeError("this would be counted inexactly; write decimal('0.1') for 0.1");
};

/**
 * Refuses what would be counted in binary floats: literals with a fraction calculated with each other, looked for in a list,
 * or kept in one. Beside a decimal such a literal is exact: it stands for the digits that were written.
 *
 * Throws a RangeError with the reason.
 */
export const assertExact = (node: ASTNode): void => {
  if (ARITHMETIC.has(node.op) && isFloat(node)) refuse();
  if (node.op === "in" && partsOf(node).some(isFloat)) refuse();
  if ((node.op === "list" || node.op === "map") && childrenOf(node).some(isFloat)) refuse();
  if (node.op === "call" && node.args[0] === "double") refuse();
  for (const child of childrenOf(node)) assertExact(child);
};
