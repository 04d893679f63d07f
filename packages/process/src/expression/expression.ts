import type { ASTNode } from "@marcbachmann/cel-js";
import { assertBounded } from "./assertBounded.ts";
import { assertExact } from "./assertExact.ts";
import { assertOneMeaning } from "./assertOneMeaning.ts";
import { baseEnvironment } from "./baseEnvironment.ts";
import { chainsOf } from "./chains.ts";
import { EXPRESSION_ROOTS, type ExpressionRoot } from "./expressionRoots.ts";
import { shownUsesOf, withSaid, type ShownUse } from "./shownUses.ts";
import { tokensOf } from "./tokens.ts";

/** A parsed expression: pure, reusable, and it says beforehand which of the record's fields it will look at. */
export interface Expression {
  readonly text: string;
  /** Paths under `record`, without the root. */
  readonly paths: readonly string[];
  /** The names it begins with. */
  readonly roots: ReadonlySet<string>;
  readonly ast: ASTNode;
  /** What it says as people do, by `shown`: whoever runs it works these texts out. */
  readonly shown: readonly ShownUse[];
  /**
   * Throws what CEL throws; `evaluate` in the kernel turns that into a problem. `said` are the texts for `shown`, in its order;
   * without them a value stands as it is kept.
   */
  readonly run: (context: Record<ExpressionRoot, unknown>, said?: readonly string[]) => unknown;
}

/** The environment expressions run in: every root declared, nothing else known. */
export const runEnvironment = baseEnvironment.clone();
for (const root of EXPRESSION_ROOTS)
  runEnvironment.registerVariable(root, root === "now" ? "string" : root === "item" ? "dyn" : "map");

const saidEnvironment = runEnvironment.clone().registerVariable("said", "list<string>");

/** Parses an expression. Throws CEL's ParseError with its place, or a RangeError, when the text is not an expression or is past the limits. */
export const parseExpression = (text: string): Expression => {
  const parsed = runEnvironment.parse(text);
  assertBounded(parsed.ast);
  assertOneMeaning(parsed.ast);
  assertExact(parsed.ast);
  const shown = shownUsesOf(parsed.ast);
  const saying = shown.length === 0 ? null : saidEnvironment.parse(withSaid(text, shown));
  const chains = chainsOf(parsed.ast);
  const paths = chains
    .filter((chain) => chain.root === "record" && chain.members.length > 0)
    .map((chain) => chain.members.join("."));
  return {
    text,
    paths,
    roots: new Set(chains.map((chain) => chain.root)),
    shown,
    ast: parsed.ast,
    run: (context, said) =>
      saying === null || said === undefined ? (parsed(context) as unknown) : (saying({ ...context, said }) as unknown),
  };
};

/** How many brackets of a text close what it did not open, and open what it does not close. */
const unmatched = (text: string): { readonly closing: number; readonly opening: number } => {
  let [closing, opening] = [0, 0];
  for (const { text: sign } of tokensOf(text)) {
    if (sign === "(") opening += 1;
    else if (sign === ")" && opening > 0) opening -= 1;
    else if (sign === ")") closing += 1;
  }
  return { closing, opening };
};

/** The text of a part of an expression, as its author wrote it, whole: brackets at its very ends are no part of its range. */
export const textOf = ({ input, range }: ASTNode): string => {
  let { start, end } = range;
  const { closing, opening } = unmatched(input.slice(start, end));
  for (let left = closing; left > 0 && start > 0; start -= 1) if (input[start - 1] === "(") left -= 1;
  for (let left = opening; left > 0 && end < input.length; end += 1) if (input[end] === ")") left -= 1;
  return input.slice(start, end);
};
