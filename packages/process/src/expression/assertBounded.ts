import type { ASTNode } from "@marcbachmann/cel-js";
import { LIST_LIMIT } from "./celValue.ts";
import { chainOf, childrenOf } from "./chains.ts";

/** The most evaluations of a part that one expression may come to, with every list at its longest. */
const EVALUATION_LIMIT = 2_000_000;

const WALKS: ReadonlySet<string> = new Set(["all", "exists", "exists_one", "map", "filter"]);
const FORBIDDEN_MEMBERS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

const lengthOf = (list: ASTNode): number => (list.op === "list" ? list.args.length : LIST_LIMIT);

const refuse = (reason: string): never => {
  throw new RangeError(reason);
};

const costOf = (node: ASTNode, depth: number): number => {
  const members = chainOf(node)?.members ?? [];
  if (members.some((member) => FORBIDDEN_MEMBERS.has(member))) refuse("a field cannot have this name");
  if (node.op !== "rcall") return childrenOf(node).reduce((sum, child) => sum + costOf(child, depth), 1);
  const [name, receiver, args] = node.args;
  if (name === "matches") refuse("patterns are not available; use startsWith, endsWith or contains");
  if (!WALKS.has(name) || args.length < 2)
    return childrenOf(node).reduce((sum, child) => sum + costOf(child, depth), 1);
  if (depth > 0 && chainOf(receiver) === null && receiver.op !== "list")
    refuse("a walk inside a walk must go over a field or a plain list");
  if (depth > 1) refuse("walks are nested too deeply");
  const body = args.slice(1).reduce((sum, part) => sum + costOf(part, depth + 1), 0);
  return 1 + costOf(receiver, depth) + lengthOf(receiver) * body;
};

/**
 * Refuses an expression that could keep a step busy: walks over lists nested too deeply or too costly at worst, and patterns.
 *
 * Throws a RangeError with the reason. Together with the parser's limits this bounds what any expression can cost.
 */
export const assertBounded = (ast: ASTNode): void => {
  if (costOf(ast, 0) > EVALUATION_LIMIT) refuse("the expression would take too long");
};
