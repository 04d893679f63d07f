import { machineReason } from "@sluice/problems";
import { toDecimalText, toExact } from "../../expression/decimal.ts";
import type { Json } from "../../kernel/json.ts";
import { jsonText } from "../../kernel/jsonText.ts";
import type { Step } from "../../kernel/step.ts";
import { rowsThatHold } from "./rowsThatHold.ts";
import type { BranchNode, DecisionTable } from "./schema.ts";

const literal = (text: string): Json => {
  const trimmed = text.trim();
  if (trimmed === "true" || trimmed === "false") return trimmed === "true";
  return /^".*"$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
};

const resultsOf = (table: DecisionTable, row: number): { [variable: string]: Json } =>
  Object.fromEntries(
    table.outputs.map((output, index) => [output.variable, literal(table.rules[row]?.results[index] ?? "")]),
  );

type Results = { readonly [variable: string]: Json };

const collected = (table: DecisionTable, rows: readonly number[]): { readonly [variable: string]: readonly Json[] } =>
  Object.fromEntries(
    table.outputs.map((output) => [output.variable, rows.map((row) => resultsOf(table, row)[output.variable] ?? null)]),
  );

const sumOf = (step: Step, node: BranchNode, values: readonly Json[]): Json => {
  if (values.length === 0) return null;
  const isNumber = (value: Json): value is string =>
    typeof value === "string" && /^-?\d{1,60}(\.\d{1,60})?$/.test(value);
  if (!values.every(isNumber))
    return step.stop("GUARD_BROKEN", { guard: node.name.en, reason: machineReason("notAdded") });
  return toDecimalText(values.reduce((sum, value) => sum.plus(toExact(value)), toExact(0)));
};

/** The row whose answers stand first in what each output may answer; the first output decides before the second. */
const foremost = (table: DecisionTable, rows: readonly number[]): number | undefined => {
  const rankOf = (row: number, column: number): number => {
    const at = (table.outputs[column]?.values ?? []).indexOf(
      jsonText(literal(table.rules[row]?.results[column] ?? "")),
    );
    return at === -1 ? Number.MAX_SAFE_INTEGER : at;
  };
  const compared = (a: number, b: number): number =>
    table.outputs.map((_, column) => rankOf(a, column) - rankOf(b, column)).find((order) => order !== 0) ?? 0;
  return rows.toSorted(compared)[0];
};

/**
 * Answers a decision table: the variables its outputs set.
 *
 * Hit policies: U one row at most (two: the step is given up), F the first, P the one whose answer stands first among the
 * values that the outputs list, C the answers of every row as a list, C+ their sum. No row leaves every output empty, also where
 * an earlier visit had set it. Source: DMN 1.5, 8.2.10.
 */
export const decide = (step: Step, node: BranchNode, table: DecisionTable): Results => {
  const hits = rowsThatHold(step, table.inputs, table.rules, node.name.en);
  if (table.hit === "C") return collected(table, hits);
  if (table.hit === "C+")
    return Object.fromEntries(
      Object.entries(collected(table, hits)).map(([variable, results]) => [variable, sumOf(step, node, results)]),
    );
  if (table.hit === "U" && hits.length > 1)
    step.stop("NO_BRANCH", { node: node.name.en, rows: hits.map((row) => row + 1) });
  const first = table.hit === "P" ? foremost(table, hits) : hits[0];
  return first === undefined
    ? Object.fromEntries(table.outputs.map((output) => [output.variable, null]))
    : resultsOf(table, first);
};
