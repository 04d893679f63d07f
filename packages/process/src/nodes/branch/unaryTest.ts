import { Exact } from "../../expression/decimal.ts";
import type { Json } from "../../kernel/json.ts";
import { jsonText } from "../../kernel/jsonText.ts";

/** A test of one cell against one value. */
export type UnaryTest = (value: Json) => boolean;

const NUMBER = /^-?\d+(\.\d+)?$/;
const RANGE = /^([[\]()])\s*(.+?)\s*\.\.\s*(.+?)\s*([[\]()])$/;
const COMPARISON = /^(<=|>=|<|>|=|!=)\s*(.+)$/;

const isNumeric = (value: Json): value is string | number =>
  (typeof value === "string" && NUMBER.test(value)) || typeof value === "number";
const unquoted = (text: string): string => (/^".*"$/.test(text) ? text.slice(1, -1) : text);

/** Orders two values: as decimals when both are numbers, else as text. */
const compare = (value: Json, operand: string): number | null => {
  if (value === null) return null;
  if (isNumeric(value) && NUMBER.test(operand)) return new Exact(String(value)).cmp(operand);
  const text = jsonText(value);
  const other = unquoted(operand);
  return text < other ? -1 : text > other ? 1 : 0;
};

const comparison =
  (sign: string, operand: string): UnaryTest =>
  (value) => {
    const order = compare(value, operand);
    if (order === null) return sign === "!=";
    switch (sign) {
      case "<":
        return order < 0;
      case "<=":
        return order <= 0;
      case ">":
        return order > 0;
      case ">=":
        return order >= 0;
      case "!=":
        return order !== 0;
      default:
        return order === 0;
    }
  };

const range = (open: string, from: string, to: string, close: string): UnaryTest => {
  const above = comparison(open === "[" ? ">=" : ">", from);
  const below = comparison(close === "]" ? "<=" : "<", to);
  return (value) => value !== null && above(value) && below(value);
};

const listItems = (text: string): readonly string[] => text.match(/"[^"]*"|[^,]+/g)?.map((item) => item.trim()) ?? [];

/**
 * Reads a cell of a decision table. Cells: `-` (anything), `= x`, `!= x`, `< x` …, `[a..b]` with open or closed ends, `a, b, c`,
 * `not(…)`, or a plain value. Source: DMN 1.5 unary tests, the part that a cell needs.
 */
export const unaryTest = (cell: string): UnaryTest => {
  const text = cell.trim();
  if (text === "-" || text === "") return () => true;
  const negated = /^not\s*\((.*)\)$/.exec(text);
  if (negated) {
    const inner = unaryTest(negated[1] ?? "");
    return (value) => !inner(value);
  }
  const span = RANGE.exec(text);
  if (span) return range(span[1] ?? "[", span[2] ?? "", span[3] ?? "", span[4] ?? "]");
  const sign = COMPARISON.exec(text);
  if (sign) return comparison(sign[1] ?? "=", sign[2] ?? "");
  const items = listItems(text).map((item) => comparison("=", item));
  return (value) => items.some((test) => test(value));
};

/** The values that a cell speaks of, as they are written, without quotes. */
export const operandsOf = (cell: string): readonly string[] => {
  const text = cell.trim();
  if (text === "-" || text === "") return [];
  const negated = /^not\s*\((.*)\)$/.exec(text);
  if (negated) return operandsOf(negated[1] ?? "");
  const span = RANGE.exec(text);
  if (span) return [span[2] ?? "", span[3] ?? ""].map(unquoted);
  const sign = COMPARISON.exec(text);
  return (sign ? [sign[2] ?? ""] : listItems(text)).map(unquoted);
};
