import type { ASTNode } from "@marcbachmann/cel-js";
import { chainOf, childrenOf } from "./chains.ts";

/** A place in a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A path where it is asked for. */
export interface Use extends Range {
  readonly path: string;
  /** Asked for plainly: neither in `has` nor by `.?`. */
  readonly isPlain: boolean;
  /** Within `has`, which only asks whether it is there. */
  readonly isAsked: boolean;
}

const isOptional = (node: ASTNode): boolean => node.op === ".?" || (node.op === "." && isOptional(node.args[0]));

/** The paths under a root, wherever they are asked for. */
export const usesOf = (node: ASTNode, root: string, isAsked = false): readonly Use[] => {
  const chain = chainOf(node);
  if (!chain) {
    const asks = isAsked || (node.op === "call" && node.args[0] === "has");
    return childrenOf(node).flatMap((child) => usesOf(child, root, asks));
  }
  if (chain.root !== root || chain.members.length === 0) return [];
  const { start, end } = node.range;
  return [{ path: chain.members.join("."), start, end, isPlain: !isAsked && !isOptional(node), isAsked }];
};

/** What `has` looks behind without asking whether it is there: `has(a.b.c)` cannot be answered where `a.b` is empty. */
export const lookedBehind = (node: ASTNode, isAsked = false): readonly Use[] => {
  const chain = chainOf(node);
  if (!chain) {
    const asks = node.op === "call" && node.args[0] === "has";
    return childrenOf(node).flatMap((child) => lookedBehind(child, asks));
  }
  const path = chain.members.slice(0, -1).join(".");
  if (!isAsked || chain.root !== "record" || path === "" || isOptional(node)) return [];
  return [{ path, start: node.range.start, end: node.range.end, isPlain: true, isAsked }];
};

/** Each path once, where it is asked for first; plainly if it is so anywhere. */
export const once = (uses: readonly Use[]): readonly Use[] => {
  const found = new Map<string, Use>();
  for (const use of uses) {
    const before = found.get(use.path);
    if (!before || (use.isPlain && !before.isPlain)) found.set(use.path, use);
  }
  return [...found.values()];
};
