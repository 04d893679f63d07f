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
  /** An empty field makes it false, where without it the condition could not be answered. */
  readonly ifSet?: true;
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

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

type Literal = Pick<Compares, "value" | "type">;

const literalOf = (node: ASTNode): Literal | null => {
  if (node.op === "call" && node.args[0] === "decimal" && node.args[1][0]) {
    const written = literalOf(node.args[1][0]);
    return written && isNumber(written.value) ? { type: "number", value: written.value } : null;
  }
  const text = textOf(node);
  if (isNumber(text)) return { type: "number", value: text };
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
  if (otherwise === null) return part;
  const isTrueOfEmpty = holdsOf(otherwise, comparison, literal);
  return isTrueOfEmpty
    ? { is: "any", parts: [{ ...part, comparison: "empty", value: "" }, part] }
    : { ...part, ifSet: true };
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

/** Whether a comparison asks only if there is a value, and so has none of its own. */
export const isPresence = (comparison: Comparison): boolean => comparison === "set" || comparison === "empty";

/** One level for parts joined the same way. */
const flat = (part: ConditionPart): ConditionPart =>
  part.is === "all" || part.is === "any"
    ? { is: part.is, parts: part.parts.map(flat).flatMap((each) => (each.is === part.is ? each.parts : [each])) }
    : part;

/** A presence that a comparison of the same field goes with is not said. */
const plain = (part: ConditionPart): ConditionPart => {
  if (part.is !== "all" && part.is !== "any") return part;
  const all = part.parts.map(plain);
  const looked = new Set(
    all.flatMap((each) => (each.is === "compares" && !isPresence(each.comparison) ? [each.path] : [])),
  );
  const parts = all.filter(
    (each) => part.is === "any" || each.is !== "compares" || each.comparison !== "set" || !looked.has(each.path),
  );
  return parts.length === 1 && parts[0] ? parts[0] : { is: part.is, parts };
};

const guards = (part: ConditionPart, next: ConditionPart | undefined): boolean =>
  part.is === "compares" &&
  part.comparison === "set" &&
  next?.is === "compares" &&
  next.path === part.path &&
  !isPresence(next.comparison);

/** A presence right before a comparison of the same field is said by that line. */
const guarded = (lines: readonly ConditionPart[]): readonly ConditionPart[] =>
  lines.flatMap((line, index) => {
    if (guards(line, lines[index + 1])) return [];
    const before = lines[index - 1];
    return [before && guards(before, line) ? { ...line, ifSet: true } : line];
  });

const read = (when: string): ConditionPart | null => {
  try {
    return flat(partOf(parseExpression(when).ast, false));
  } catch {
    return null;
  }
};

/** Reads what a condition says; null when it cannot be read. */
export const conditionParts = (when: string): ConditionPart | null => {
  const part = read(when);
  return part && plain(part);
};

/** The lines of a condition, all of which must hold, in the order they stand there; null when it cannot be read. */
export const conditionLines = (when: string): readonly ConditionPart[] | null => {
  const part = read(when);
  return part && guarded(part.is === "all" ? part.parts : [part]);
};
