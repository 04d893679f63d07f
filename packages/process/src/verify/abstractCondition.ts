import type { ASTNode } from "@marcbachmann/cel-js";
import { chainOf, chainsOf } from "../expression/chains.ts";
import { textOf } from "../expression/expression.ts";

/** What became of a condition: its text with every part that no sample can decide replaced, and what the rest compares. */
export interface AbstractCondition {
  readonly text: string;
  /** Fields and what they are compared with, as a cell of a decision table says it; null asks whether there is a value. */
  readonly compared: readonly { readonly path: string; readonly test: string | null }[];
}

interface Ways {
  /** The name under `record` that stands for a part which can be true or false whatever the fields hold. */
  readonly unknown: (part: ASTNode) => string;
  /** Variables whose values the exploration itself knows. */
  readonly known: ReadonlySet<string>;
}

/** A comparison as a cell says it, with the field on its left. */
const SIGNS: Readonly<Record<string, string>> = { "==": "=", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">=" };
const TURNED: Readonly<Record<string, string>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };
const JOINED: ReadonlySet<string> = new Set(["&&", "||", "!_", "?:"]);

/** The text of a literal; null for anything else. */
const literalOf = (node: ASTNode): string | null => {
  if (node.op === "value") return node.args === null ? null : typeof node.args === "object" ? null : String(node.args);
  if (node.op === "-_") {
    const inner = literalOf(node.args);
    return inner === null ? null : `-${inner}`;
  }
  if (node.op === "call" && node.args[0] === "decimal" && node.args[1][0]) return literalOf(node.args[1][0]);
  return null;
};

const pathOf = (node: ASTNode): string | null => {
  const chain = chainOf(node);
  return chain?.root === "record" && chain.members.length > 0 && !textOf(node).includes("?")
    ? chain.members.join(".")
    : null;
};

/** What a part compares, when a field against literals is all it is; null for anything else. */
const comparedIn = (node: ASTNode): AbstractCondition["compared"] | null => {
  const whole = pathOf(node);
  if (whole !== null) return [{ path: whole, test: "= true" }];
  if (node.op === "call" && node.args[0] === "has" && node.args[1][0]) {
    const path = pathOf(node.args[1][0]);
    return path === null ? null : [{ path, test: null }];
  }
  if (node.op === "in") {
    const [item, list] = node.args;
    const path = pathOf(item);
    const items = list.op === "list" ? list.args.map(literalOf) : [null];
    return path === null || items.includes(null) ? null : items.map((item) => ({ path, test: `= ${item}` }));
  }
  const sign = SIGNS[node.op];
  if (sign === undefined) return null;
  const [left, right] = node.args as unknown as readonly [ASTNode, ASTNode];
  const own = pathOf(left);
  const path = own ?? pathOf(right);
  const other = own === null ? left : right;
  if (path === null) return null;
  if (other.op === "value" && other.args === null) return [{ path, test: null }];
  const operand = literalOf(other);
  return operand === null ? null : [{ path, test: `${own === null ? (TURNED[sign] ?? sign) : sign} ${operand}` }];
};

const isKnown = (node: ASTNode, known: ReadonlySet<string>): boolean =>
  chainsOf(node).every(({ root, members: [member] }) => root === "vars" && member !== undefined && known.has(member));

/**
 * Takes a condition apart into what samples of fields can decide and what they cannot: a comparison of two fields, arithmetic,
 * variables that come from outside. The latter becomes a part that may be either, so nothing that can happen is left out.
 */
export const abstractCondition = (ast: ASTNode, ways: Ways): AbstractCondition => {
  const compared: { path: string; test: string | null }[] = [];
  const rewritten = (node: ASTNode): string => {
    if (JOINED.has(node.op)) return joined(node);
    const simple = comparedIn(node);
    if (simple) compared.push(...simple);
    if (simple || isKnown(node, ways.known)) return textOf(node);
    return `record.${ways.unknown(node)}`;
  };
  const joined = (node: ASTNode): string => {
    if (node.op === "!_") return `!(${rewritten(node.args)})`;
    const [one, two, three] = (node.args as readonly ASTNode[]).map((part) => `(${rewritten(part)})`);
    return node.op === "?:" ? `${one ?? ""} ? ${two ?? ""} : ${three ?? ""}` : `${one ?? ""} ${node.op} ${two ?? ""}`;
  };
  return { text: rewritten(ast), compared };
};
