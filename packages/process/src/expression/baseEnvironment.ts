import { Environment } from "@marcbachmann/cel-js";
import { asText } from "./asText.ts";
import { Exact, toExact } from "./decimal.ts";

/** What an expression may hold at most. Past it parsing refuses, so no expression can hang a step. */
const LIMITS = { maxAstNodes: 400, maxDepth: 32, maxListElements: 200, maxMapEntries: 50, maxCallArguments: 8 };

type Operand = Exact | number | bigint;
const exact = (value: Operand): Exact => (value instanceof Exact ? value : toExact(value));

const comparisons = {
  "<": (a: Exact, b: Exact) => a.lt(b),
  "<=": (a: Exact, b: Exact) => a.lte(b),
  ">": (a: Exact, b: Exact) => a.gt(b),
  ">=": (a: Exact, b: Exact) => a.gte(b),
};
const arithmetic = {
  "+": (a: Exact, b: Exact) => a.plus(b),
  "-": (a: Exact, b: Exact) => a.minus(b),
  "*": (a: Exact, b: Exact) => a.times(b),
  "/": (a: Exact, b: Exact) => {
    if (b.isZero()) throw new Error("division by zero");
    return a.div(b);
  },
};
/** A literal such as `0.12` reaches us as the double nearest to it; its shortest text is the decimal the author wrote. */
const pairs = [
  ["decimal", "decimal"],
  ["decimal", "double"],
  ["double", "decimal"],
  ["decimal", "int"],
  ["int", "decimal"],
] as const;

/** CEL with exact decimals, without clock and randomness. Frozen; clones of it declare their variables. */
const build = (): Environment => {
  const environment = new Environment({ unlistedVariablesAreDyn: false, enableOptionalTypes: true, limits: LIMITS });
  environment.registerType("decimal", { ctor: Exact as unknown as new () => object, fields: {} });
  for (const [left, right] of pairs) {
    for (const [sign, apply] of Object.entries(comparisons)) {
      environment.registerOperator(`${left} ${sign} ${right}`, (a: Operand, b: Operand) => apply(exact(a), exact(b)));
    }
    for (const [sign, apply] of Object.entries(arithmetic)) {
      environment.registerOperator(`${left} ${sign} ${right}: decimal`, (a: Operand, b: Operand) =>
        apply(exact(a), exact(b)),
      );
    }
    if (left === "decimal")
      environment.registerOperator(`${left} == ${right}`, (a: Operand, b: Operand) => exact(a).eq(exact(b)));
  }
  environment.registerFunction("decimal(string): decimal", (text: string) => toExact(text));
  environment.registerFunction("decimal(int): decimal", (value: bigint) => toExact(value));
  environment.registerFunction("text(dyn): string", asText);
  environment.registerFunction("shown(dyn, string): string", (value: unknown) => asText(value));
  environment.registerFunction("min(decimal, decimal): decimal", (a: Exact, b: Exact) => Exact.min(a, b));
  environment.registerFunction("max(decimal, decimal): decimal", (a: Exact, b: Exact) => Exact.max(a, b));
  environment.registerFunction("abs(decimal): decimal", (a: Exact) => a.abs());
  return environment;
};

export const baseEnvironment = build();
