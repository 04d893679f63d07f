import { runExpression } from "../../kernel/evaluate.ts";
import type { Json } from "../../kernel/json.ts";
import type { Step } from "../../kernel/step.ts";
import type { BranchNode, DecisionTable } from "./schema.ts";
import { unaryTest } from "./unaryTest.ts";

const literal = (text: string): Json => {
  const trimmed = text.trim();
  if (trimmed === "true" || trimmed === "false") return trimmed === "true";
  return /^".*"$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
};

const resultsOf = (table: DecisionTable, row: number): { [variable: string]: Json } =>
  Object.fromEntries(
    table.outputs.map((output, index) => [output.variable, literal(table.rules[row]?.results[index] ?? "")]),
  );

const added = (table: DecisionTable, rows: readonly number[]): { [variable: string]: Json } =>
  Object.fromEntries(
    table.outputs.map((output) => [output.variable, rows.map((row) => resultsOf(table, row)[output.variable] ?? null)]),
  );

/**
 * Answers a decision table: the variables its outputs set.
 *
 * Hit policies: U one row at most (two: the step is given up), F the first, P the first in the order of priority (as listed),
 * C+ the results of every row as a list. No row leaves every output empty, also where an earlier visit had set it. Source: DMN 1.5, 8.2.10.
 */
export const decide = (step: Step, node: BranchNode, table: DecisionTable): { readonly [variable: string]: Json } => {
  const values = table.inputs.map((input) => runExpression(step, input.expression, node.name.en));
  const hits = table.rules.flatMap((rule, row) =>
    values.every((value, column) => unaryTest(rule.tests[column] ?? "-")(value)) ? [row] : [],
  );
  if (table.hit === "C+") return added(table, hits);
  if (table.hit === "U" && hits.length > 1)
    step.stop("NO_BRANCH", { node: node.name.en, rows: hits.map((row) => row + 1) });
  const [first] = hits;
  return first === undefined
    ? Object.fromEntries(table.outputs.map((output) => [output.variable, null]))
    : resultsOf(table, first);
};
