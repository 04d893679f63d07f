import { runExpression } from "../../kernel/evaluate.ts";
import type { Step } from "../../kernel/step.ts";
import { unaryTest } from "./unaryTest.ts";

/** The rows of a table whose every cell holds now, by index, in order. `owner` is the step's name, for what cannot be worked out. */
export const rowsThatHold = (
  step: Step,
  inputs: readonly { readonly expression: string }[],
  rows: readonly { readonly tests: readonly string[] }[],
  owner: string,
): readonly number[] => {
  const values = inputs.map((input) => runExpression(step, input.expression, owner));
  return rows.flatMap((rule, row) =>
    values.every((value, column) => unaryTest(rule.tests[column] ?? "-")(value)) ? [row] : [],
  );
};
