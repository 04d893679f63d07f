import type { ASTNode } from "@marcbachmann/cel-js";
import { LIST_LIMIT } from "./celValue.ts";
import { chainOf, childrenOf } from "./chains.ts";

/**
 * The most work that one expression may come to, with every list at its longest. A unit is a look at a part, 0.1–0.5 µs on a
 * quiet core; so the worst that is let through holds the door's event loop for less than 50 ms.
 */
export const WORK_LIMIT = 50_000;

/** What a part costs besides the parts it is made of, where that is more than a look. */
const WORK: Readonly<Record<string, number>> = { "+": 3, "-": 3, "*": 3, "/": 3, "%": 3, in: 80, call: 6, rcall: 40 };

/** The most items that splitting a text is taken to come to. */
const SPLIT_LIMIT = 10_000;

const WALKS: ReadonlySet<string> = new Set(["all", "exists", "exists_one", "map", "filter"]);
const FORBIDDEN_MEMBERS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** The most items of what a part may answer, whatever its type. */
const lengthWithin = (node: ASTNode): number => {
  if (chainOf(node)) return LIST_LIMIT;
  const lengths = childrenOf(node).map(lengthWithin);
  if (node.op === "+") return lengths.reduce((sum, length) => sum + length, 0);
  const own = node.op === "list" ? node.args.length : node.op === "rcall" && node.args[0] === "split" ? SPLIT_LIMIT : 0;
  return Math.max(own, ...lengths);
};

const lengthOf = (list: ASTNode): number =>
  list.op === "list" ? list.args.length : Math.max(LIST_LIMIT, lengthWithin(list));

const refuse = (reason: string): never => {
  throw new RangeError(reason);
};

/** `text(…)` and `shown(…)`, which of a list put its texts together. */
const isText = (node: ASTNode): boolean => node.op === "call" && (node.args[0] === "text" || node.args[0] === "shown");

/** Whether a list's texts are put together somewhere within: what comes of it can be hundreds of texts long. */
const joins = (node: ASTNode): boolean =>
  (node.op === "rcall" && node.args[0] === "join") || isText(node) || childrenOf(node).some(joins);

const ownWork = (node: ASTNode): number => 1 + (isText(node) ? LIST_LIMIT : (WORK[node.op] ?? 0));

const costOf = (node: ASTNode, depth: number): number => {
  const members = chainOf(node)?.members ?? [];
  if (members.some((member) => FORBIDDEN_MEMBERS.has(member))) refuse("a field cannot have this name");
  if (node.op !== "rcall") return childrenOf(node).reduce((sum, child) => sum + costOf(child, depth), ownWork(node));
  const [name, receiver, args] = node.args;
  if (name === "matches") refuse("patterns are not available; use startsWith, endsWith or contains");
  if (name === "split" && joins(receiver)) refuse("a text that was joined cannot be split again");
  if (!WALKS.has(name) || args.length < 2)
    return childrenOf(node).reduce((sum, child) => sum + costOf(child, depth), ownWork(node));
  if (depth > 0 && chainOf(receiver) === null && receiver.op !== "list")
    refuse("a walk inside a walk must go over a field or a plain list");
  if (depth > 1) refuse("walks are nested too deeply");
  const body = args.slice(1).reduce((sum, part) => sum + costOf(part, depth + 1), 0);
  return 1 + costOf(receiver, depth) + lengthOf(receiver) * body;
};

/** The work that an expression comes to at worst, in units. Throws a RangeError for what is refused whatever it costs. */
export const workOf = (ast: ASTNode): number => costOf(ast, 0);

/**
 * Refuses an expression that could keep a step busy: walks over lists nested too deeply or too costly at worst, and patterns.
 *
 * Throws a RangeError with the reason. Together with the parser's limits this bounds what any expression can cost.
 */
export const assertBounded = (ast: ASTNode): void => {
  if (workOf(ast) > WORK_LIMIT) refuse("the expression would take too long");
};
