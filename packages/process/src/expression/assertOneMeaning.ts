import type { ASTNode } from "@marcbachmann/cel-js";
import { chainOf, childrenOf } from "./chains.ts";

const pathOf = (node: ASTNode): string | null => {
  const chain = chainOf(node);
  return chain?.root === "record" && chain.members.length > 0 ? chain.members.join(".") : null;
};

const bareUses = (node: ASTNode): readonly string[] => {
  if (node.op === "call" && node.args[0] === "has") return [];
  const path = pathOf(node);
  return path === null ? childrenOf(node).flatMap(bareUses) : [path];
};

/**
 * Refuses an expression that asks for a reference and for a field behind it: it would have to be a key and a record at once, and
 * the comparison would be false in silence. `has` may ask for both.
 */
export const assertOneMeaning = (ast: ASTNode): void => {
  const uses = new Set(bareUses(ast));
  for (const path of uses) {
    if ([...uses].some((other) => other.startsWith(`${path}.`)))
      throw new RangeError(`ask for ${path} or for its fields, not for both`);
  }
};
