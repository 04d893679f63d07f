import type { ASTNode } from "@marcbachmann/cel-js";
import { chainOf } from "../../expression/chains.ts";
import { parseExpression, textOf } from "../../expression/expression.ts";
import type { Check } from "../check.ts";
import { warning } from "../finding.ts";
import { expressionPlaces } from "./expressionPlaces.ts";
import { cover, type Interval, meet } from "./interval.ts";
import { thresholdIn } from "./threshold.ts";

const sidesOf = (node: ASTNode, sign: "&&" | "||"): readonly ASTNode[] =>
  node.op === sign ? node.args.flatMap((side) => sidesOf(side, sign)) : [node];

/** The text that a part asks a path to be equal to. */
const equalityIn = (node: ASTNode): { readonly path: string; readonly text: string } | null => {
  if (node.op !== "==") return null;
  const [left, right] = node.args;
  const chain = chainOf(left);
  return chain && right.op === "value" && typeof right.args === "string"
    ? { path: [chain.root, ...chain.members].join("."), text: right.args }
    : null;
};

const intervalsByPath = (sides: readonly ASTNode[]): ReadonlyMap<string, readonly Interval[]> => {
  const byPath = new Map<string, Interval[]>();
  for (const side of sides) {
    const found = thresholdIn(side);
    if (found) byPath.set(found.path, [...(byPath.get(found.path) ?? []), found.interval]);
  }
  return byPath;
};

const contradict = (sides: readonly ASTNode[]): boolean => {
  const texts = new Map<string, string>();
  for (const { path, text } of sides.flatMap((side) => equalityIn(side) ?? [])) {
    if ((texts.get(path) ?? text) !== text) return true;
    texts.set(path, text);
  }
  return [...intervalsByPath(sides).values()].some((all) =>
    all.some((one, index) => all.slice(0, index).some((other) => !meet(one, other))),
  );
};

const SAME: Readonly<Record<string, boolean>> = {
  "==": true,
  "<=": true,
  ">=": true,
  "!=": false,
  "<": false,
  ">": false,
};

/** What a condition answers whatever the record holds; null when that depends. */
const answerOf = (node: ASTNode): boolean | null => {
  if (node.op === "value") return typeof node.args === "boolean" ? node.args : null;
  if (node.op === "!_") {
    const inner = answerOf(node.args);
    return inner === null ? null : !inner;
  }
  if (node.op === "&&" || node.op === "||") {
    const settles = node.op === "||";
    const sides = sidesOf(node, node.op);
    const answers = sides.map(answerOf);
    if (answers.includes(settles)) return settles;
    if (answers.every((answer) => answer === !settles)) return !settles;
    const always = settles ? [...intervalsByPath(sides).values()].some(cover) : contradict(sides);
    return always ? settles : null;
  }
  const same = Object.hasOwn(SAME, node.op) ? SAME[node.op] : undefined;
  if (same === undefined) return null;
  const [left, right] = node.args as unknown as readonly [ASTNode, ASTNode];
  if (left.op === "value" && right.op === "value") return compareValues(node);
  return chainOf(left) && textOf(left) === textOf(right) ? same : null;
};

/** The answer of a comparison of two literals. */
const compareValues = (node: ASTNode): boolean | null => {
  const value = parseExpression(textOf(node)).run({
    record: {},
    vars: {},
    case: {},
    form: {},
    actor: {},
    now: "",
    item: null,
  });
  return typeof value === "boolean" ? value : null;
};

const constantIn = (text: string): boolean | null => {
  try {
    return answerOf(parseExpression(text).ast);
  } catch {
    return null; // told by the expression check
  }
};

/** Conditions that always or never hold, whatever the record holds. */
export const constants: Check = (graph) =>
  expressionPlaces(graph).flatMap(({ text, place, isCondition }) => {
    const answer = isCondition ? constantIn(text) : null;
    return answer === null
      ? []
      : [
          warning("CONDITION_CONSTANT", place, {
            en: `The condition is always ${String(answer)}.`,
            zh: `条件恒为${answer ? "真" : "假"}。`,
            fix: { en: "Compare with something that can differ.", zh: "请与可变的值比较。" },
            detail: { answer },
          }),
        ];
  });
