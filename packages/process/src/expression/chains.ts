import type { ASTNode } from "@marcbachmann/cel-js";

/** A chain such as `record.customer.grade`: its root and the members after it. */
export interface Chain {
  readonly root: string;
  readonly members: readonly string[];
}

/** The chain that this node is, or null when it is something else. `.?` counts as `.`. */
export const chainOf = (node: ASTNode): Chain | null => {
  if (node.op === "id") return { root: node.args, members: [] };
  if (node.op !== "." && node.op !== ".?") return null;
  const inner = chainOf(node.args[0]);
  return inner && { root: inner.root, members: [...inner.members, node.args[1]] };
};

/** The parts that a node is made of. */
export const childrenOf = (node: ASTNode): readonly ASTNode[] => {
  switch (node.op) {
    case "value":
    case "id":
      return [];
    case ".":
    case ".?":
      return [node.args[0]];
    case "call":
      return node.args[1];
    case "rcall":
      return [node.args[1], ...node.args[2]];
    case "list":
      return node.args;
    case "map":
      return node.args.flat();
    case "!_":
    case "-_":
      return [node.args];
    default:
      return node.args;
  }
};

/** The longest chains of an expression, each once, in order of appearance. Names bound by macros are among the roots. */
export const chainsOf = (node: ASTNode): readonly Chain[] => {
  const found = new Map<string, Chain>();
  const visit = (at: ASTNode): void => {
    const chain = chainOf(at);
    if (chain) found.set([chain.root, ...chain.members].join("."), chain);
    else for (const child of childrenOf(at)) visit(child);
  };
  visit(node);
  return [...found.values()];
};
