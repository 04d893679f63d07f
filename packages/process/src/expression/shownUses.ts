import type { ASTNode } from "@marcbachmann/cel-js";
import { languages, type Language } from "@sluice/problems";
import { chainOf, childrenOf, type Chain } from "./chains.ts";
import { isExpressionRoot } from "./expressionRoots.ts";
import { tokensOf, type ExpressionToken } from "./tokens.ts";

/** A value that an expression says as people do: where it is looked up, and in which language it is said. */
export interface ShownUse extends Chain {
  readonly language: Language;
}

const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

const refuse = (): never => {
  throw new RangeError(`shown takes a field and a language, as in shown(record.?total, "en")`);
};

const useOf = (args: readonly ASTNode[]): ShownUse => {
  const [value, language] = args;
  const chain = value ? chainOf(value) : null;
  if (!chain || !isExpressionRoot(chain.root) || language?.op !== "value" || !isLanguage(language.args))
    return refuse();
  return { ...chain, language: language.args };
};

const placedIn = (node: ASTNode): readonly (readonly [start: number, use: ShownUse])[] => {
  if (node.op === "call" && node.args[0] === "shown") return [[node.range.start, useOf(node.args[1])]];
  return childrenOf(node).flatMap(placedIn);
};

/**
 * What an expression says as people do, in the order it stands there.
 *
 * Throws a RangeError where it is asked of anything but a field, a variable or a fact of the case, by its path: only of those
 * is it known what their value means.
 */
export const shownUsesOf = (ast: ASTNode): readonly ShownUse[] =>
  placedIn(ast)
    .toSorted(([one], [other]) => one - other)
    .map(([, use]) => use);

/** The bracket that closes the one at an index. */
const closingOf = (tokens: readonly ExpressionToken[], opens: number): ExpressionToken | undefined => {
  let depth = 0;
  return tokens.slice(opens).find(({ is, text }) => {
    if (is === "sign" && text === "(") depth += 1;
    if (is === "sign" && text === ")") depth -= 1;
    return depth === 0;
  });
};

/**
 * The text of an expression with what it says taken out of a list called `said`: the first of its uses is `said[0]`.
 *
 * Throws a RangeError where the text is written so that its uses cannot be told in it: in a comment, a text over several lines.
 */
export const withSaid = (text: string, uses: readonly ShownUse[]): string => {
  const tokens = tokensOf(text);
  const pieces: string[] = [];
  let [at, count] = [0, 0];
  tokens.forEach(({ is, text: name, from }, index) => {
    const isCall = is === "name" && name === "shown" && tokens[index + 1]?.text === "(";
    if (!isCall || tokens[index - 1]?.text === "." || tokens[index - 1]?.text === ".?") return;
    pieces.push(text.slice(at, from), `said[${count}]`);
    at = closingOf(tokens, index + 1)?.to ?? text.length;
    count += 1;
  });
  return count === uses.length ? pieces.join("") + text.slice(at) : refuse();
};
