import type { Comparison } from "@sluice/process";

/** One line of a condition: a field, how it is compared, and with what. */
export interface ConditionRow {
  readonly path: string;
  readonly comparison: Comparison;
  /** A decimal as text, a text, or true/false as text; `type` says which. */
  readonly value: string;
  readonly type: "number" | "text" | "boolean";
  /** An empty field makes the line false, where without it the condition could not be answered. */
  readonly ifSet?: true;
}

export const comparisons = ["==", "!=", ">", ">=", "<", "<=", "set", "empty"] as const satisfies Comparison[];

/** Whether a line asks only if there is a value, and so has none of its own. */
export const isPresence = (comparison: Comparison): boolean => comparison === "set" || comparison === "empty";

const rowPattern = /^\s*([A-Za-z_][\w.]*)\s*(==|!=|>=|<=|>|<)\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false)\s*$/;
const presencePattern = /^\s*(!?)has\(([A-Za-z_][\w.]*)\)\s*$/;

const includesPattern = /^\s*("(?:[^"\\]|\\.)*")\s+in\s+([A-Za-z_][\w.]*)\s*$/;

const rowOf = (text: string): ConditionRow | null => {
  const [, not, present] = presencePattern.exec(text) ?? [];
  if (present !== undefined)
    return { path: present, comparison: not === "!" ? "empty" : "set", value: "", type: "text" };
  const [, held, list] = includesPattern.exec(text) ?? [];
  if (held !== undefined && list !== undefined)
    return { path: list, comparison: "includes", type: "text", value: JSON.parse(held) as string };
  const [, path, comparison, literal] = rowPattern.exec(text) ?? [];
  if (path === undefined || comparison === undefined || literal === undefined) return null;
  const shared = { path, comparison: comparison as Comparison };
  if (literal.startsWith('"')) return { ...shared, type: "text", value: JSON.parse(literal) as string };
  return { ...shared, type: literal === "true" || literal === "false" ? "boolean" : "number", value: literal };
};

/** A presence right before a comparison of the same field is said by that line. */
const joined = (rows: readonly ConditionRow[]): ConditionRow[] => {
  const guards = (row: ConditionRow, next: ConditionRow | undefined): boolean =>
    row.comparison === "set" && next !== undefined && next.path === row.path && !isPresence(next.comparison);
  return rows.flatMap((row, index) => {
    if (guards(row, rows[index + 1])) return [];
    const before = rows[index - 1];
    return [before && guards(before, row) ? { ...row, ifSet: true as const } : row];
  });
};

/** The rows of a condition that is made of comparisons joined by `&&`; null for anything else, which stays text. */
export const rowsOf = (when: string): ConditionRow[] | null => {
  if (when.trim() === "true") return [];
  const rows = when.split("&&").map(rowOf);
  return rows.every((row) => row !== null) ? joined(rows) : null;
};

const literalOf = ({ type, value }: ConditionRow): string => {
  if (type === "text") return JSON.stringify(value);
  if (type === "boolean") return value === "false" ? "false" : "true";
  return value.trim() === "" ? "0" : value.trim();
};

const textOf = (row: ConditionRow): string => {
  if (isPresence(row.comparison)) return `${row.comparison === "empty" ? "!" : ""}has(${row.path})`;
  const compares =
    row.comparison === "includes"
      ? `${literalOf({ ...row, type: "text" })} in ${row.path}`
      : `${row.path} ${row.comparison} ${literalOf(row)}`;
  return row.ifSet ? `has(${row.path}) && ${compares}` : compares;
};

/** The condition that says the rows: what `rowsOf` reads back. No rows is always true. */
export const conditionOf = (rows: readonly ConditionRow[]): string =>
  rows.length === 0 ? "true" : rows.map(textOf).join(" && ");
