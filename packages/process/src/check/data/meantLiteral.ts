import type { ASTNode } from "@marcbachmann/cel-js";
import { childrenOf } from "../../expression/chains.ts";
import { parseExpression, type Expression } from "../../expression/expression.ts";
import type { Range } from "../../expression/pathUses.ts";

/** More literals than this are not tried: each is typed anew. */
const MOST_TRIED = 10;
const NUMBER = /^-?\d{1,30}(\.\d{1,30})?$/u;

const COMPARES: ReadonlySet<string> = new Set(["==", "!=", "<", "<=", ">", ">="]);

/** The literals that something is compared with. */
const literalsIn = (node: ASTNode): readonly Range[] => {
  const children = childrenOf(node);
  const own = COMPARES.has(node.op) ? children.filter(({ op }) => op === "value").map(({ range }) => range) : [];
  return [...own, ...children.flatMap(literalsIn)];
};

const otherKind = (literal: string): string | null => {
  const quoted = /^(['"])(.*)\1$/u.exec(literal)?.[2];
  if (quoted !== undefined) return NUMBER.test(quoted) ? quoted : null;
  return NUMBER.test(literal) ? `'${literal}'` : null;
};

/** A literal in the place of another, and where. */
export interface MeantLiteral extends Range {
  readonly literal: string;
}

/** Tells which literal has the wrong kind where an expression does not fit together: a number in quotes, a text without. */
export const meantLiteral = (
  { ast, text }: Expression,
  fitsTogether: (expression: Expression) => boolean,
): MeantLiteral | null => {
  for (const { start, end } of literalsIn(ast).slice(0, MOST_TRIED)) {
    const literal = otherKind(text.slice(start, end));
    if (literal === null) continue;
    if (fitsTogether(parseExpression(text.slice(0, start) + literal + text.slice(end)))) return { literal, start, end };
  }
  return null;
};
