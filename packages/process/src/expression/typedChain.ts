import type { ExpressionToken } from "./tokens.ts";

/** A chain that stands in the text: its members, and whether the last was asked for by `.?`. */
export interface TypedChain {
  readonly members: readonly string[];
  readonly isOptional: boolean;
}

/** The chain that ends with the token at an index, a name. */
export const chainEndingAt = (tokens: readonly ExpressionToken[], index: number): TypedChain | null => {
  if (tokens[index]?.is !== "name") return null;
  const members = [tokens[index].text];
  let isOptional = false;
  let at = index;
  for (;;) {
    const [joint, before] = [tokens[at - 1], tokens[at - 2]];
    if (joint === undefined || !(joint.text === "." || joint.text === ".?")) break;
    if (before?.is !== "name") return null;
    isOptional ||= joint.text === ".?";
    members.unshift(before.text);
    at -= 2;
  }
  return { members, isOptional };
};

/** The chain in front of `.orValue(…)` that ends at an index. */
const callOn = (tokens: readonly ExpressionToken[], index: number): TypedChain | null => {
  if (tokens[index]?.text !== ")") return null;
  const opens = tokens.findLastIndex(({ text }, at) => at < index && text === "(");
  return tokens[opens - 1]?.text === "orValue" ? chainEndingAt(tokens, opens - 3) : null;
};

/** What the token at an index is compared with, when it is: `chain ==` or `chain in [a, b,`. */
export const comparedAt = (tokens: readonly ExpressionToken[], index: number): TypedChain | null => {
  const sign = tokens[index]?.text;
  if (sign === "==" || sign === "!=") return chainEndingAt(tokens, index - 1) ?? callOn(tokens, index - 1);
  if (sign !== "[" && sign !== ",") return null;
  let at = index;
  while (at >= 0 && tokens[at]?.text !== "[" && (tokens[at]?.text === "," || tokens[at]?.is === "text")) at -= 1;
  return tokens[at]?.text === "[" && tokens[at - 1]?.text === "in" ? chainEndingAt(tokens, at - 2) : null;
};

/** Whether what can be compared or calculated with ends with a token. */
export const endsOperand = (token: ExpressionToken | undefined): boolean =>
  token !== undefined &&
  (token.is === "number" ||
    token.is === "text" ||
    (token.is === "name" && token.text !== "in") ||
    token.text === ")" ||
    token.text === "]");
