import type { ASTNode } from "@marcbachmann/cel-js";
import { chainOf } from "./chains.ts";
import { parseExpression, textOf } from "./expression.ts";

export const COMPARISONS = ["==", "!=", ">", ">=", "<", "<="] as const;
type Compared = (typeof COMPARISONS)[number];

/** How a field is looked at: compared with a value, as a list that holds one or does not, or only whether it has any. */
export type Comparison = Compared | "set" | "empty" | "includes" | "excludes";

/** A decimal as text, a text, or true/false as text; `type` says which. A mere presence has none. */
export interface Compares {
  readonly is: "compares";
  readonly path: string;
  readonly comparison: Comparison;
  readonly value: string;
  readonly type: "number" | "text" | "boolean";
}

/** What a condition says, in parts that people have words for; what they have none for stands as it is written. */
export type ConditionPart =
  | Compares
  | { readonly is: "all" | "any"; readonly parts: readonly ConditionPart[] }
  | { readonly is: "text"; readonly text: string };

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  "==": "!=",
  "!=": "==",
  ">": "<=",
  "<=": ">",
  "<": ">=",
  ">=": "<",
  set: "empty",
  empty: "set",
  includes: "excludes",
  excludes: "includes",
};

type Literal = Pick<Compares, "value" | "type">;

const literalOf = (node: ASTNode): Literal | null => {
  const text = textOf(node);
  if (/^-?\d+(\.\d+)?$/.test(text)) return { type: "number", value: text };
  if (node.op !== "value") return null;
  if (typeof node.args === "boolean") return { type: "boolean", value: String(node.args) };
  return typeof node.args === "string" ? { type: "text", value: node.args } : null;
};

interface Operand {
  readonly path: string;
  /** What an empty field counts as. */
  readonly otherwise: Literal | null;
}

const pathOf = (node: ASTNode): string | null => {
  const chain = chainOf(node);
  return chain === null || chain.members.length === 0 ? null : [chain.root, ...chain.members].join(".");
};

const operandOf = (node: ASTNode): Operand | null => {
  if (node.op === "rcall" && node.args[0] === "orValue") {
    const [path, otherwise] = [pathOf(node.args[1]), node.args[2][0] ? literalOf(node.args[2][0]) : null];
    return path === null || otherwise === null ? null : { path, otherwise };
  }
  const path = pathOf(node);
  return path === null ? null : { path, otherwise: null };
};

const holdsOf = (left: Literal, comparison: Compared, right: Literal): boolean => {
  if (comparison === "==") return left.value === right.value;
  if (comparison === "!=") return left.value !== right.value;
  const order = Number(left.value) - Number(right.value);
  return comparison === ">"
    ? order > 0
    : comparison === ">="
      ? order >= 0
      : comparison === "<"
        ? order < 0
        : order <= 0;
};

const compared = ({ path, otherwise }: Operand, comparison: Compared, literal: Literal): ConditionPart => {
  const part: Compares = { is: "compares", path, comparison, ...literal };
  const isTrueOfEmpty = otherwise !== null && holdsOf(otherwise, comparison, literal);
  return isTrueOfEmpty ? { is: "any", parts: [{ ...part, comparison: "empty", value: "" }, part] } : part;
};

const isCompared = (op: string): op is Compared => (COMPARISONS as readonly string[]).includes(op);

const leaf = (node: ASTNode, isNot: boolean): ConditionPart | null => {
  if (node.op === "call" && node.args[0] === "has" && node.args[1][0]) {
    const path = pathOf(node.args[1][0]);
    return path === null
      ? null
      : { is: "compares", path, comparison: isNot ? "empty" : "set", value: "", type: "text" };
  }
  if (node.op === "in") {
    const [held, list] = [literalOf(node.args[0]), pathOf(node.args[1])];
    return held === null || list === null
      ? null
      : { is: "compares", path: list, comparison: isNot ? "excludes" : "includes", ...held };
  }
  if (isCompared(node.op) && Array.isArray(node.args)) {
    const [left, right] = node.args as [ASTNode, ASTNode];
    const [operand, literal] = [operandOf(left), literalOf(right)];
    return operand && literal && compared(operand, isNot ? (OPPOSITE[node.op] as Compared) : node.op, literal);
  }
  const flag = operandOf(node);
  return flag && compared(flag, "==", { type: "boolean", value: isNot ? "false" : "true" });
};

const partOf = (node: ASTNode, isNot: boolean): ConditionPart => {
  if (node.op === "!_") return partOf(node.args, !isNot);
  if (node.op === "&&" || node.op === "||")
    return {
      is: (node.op === "&&") === isNot ? "any" : "all",
      parts: node.args.map((side) => partOf(side, isNot)),
    };
  return leaf(node, isNot) ?? { is: "text", text: isNot ? `!(${textOf(node)})` : textOf(node) };
};

/** One level for parts joined the same way; a presence that a comparison of the same field goes with is not said. */
const plain = (part: ConditionPart): ConditionPart => {
  if (part.is !== "all" && part.is !== "any") return part;
  const flat = part.parts.map(plain).flatMap((each) => (each.is === part.is ? each.parts : [each]));
  const looked = new Set(
    flat.flatMap((each) =>
      each.is === "compares" && each.comparison !== "set" && each.comparison !== "empty" ? [each.path] : [],
    ),
  );
  const parts = flat.filter(
    (each) => part.is === "any" || each.is !== "compares" || each.comparison !== "set" || !looked.has(each.path),
  );
  return parts.length === 1 && parts[0] ? parts[0] : { is: part.is, parts };
};

/** Reads what a condition says; null when it cannot be read. */
export const conditionParts = (when: string): ConditionPart | null => {
  try {
    return plain(partOf(parseExpression(when).ast, false));
  } catch {
    return null;
  }
};
