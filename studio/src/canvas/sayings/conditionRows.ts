/** One line of a condition: a field, how it is compared, and with what. */
export interface ConditionRow {
  readonly path: string;
  readonly comparison: Comparison;
  /** A decimal as text, a text, or true/false as text; `type` says which. */
  readonly value: string;
  readonly type: "number" | "text" | "boolean";
}

export const comparisons = ["==", "!=", ">", ">=", "<", "<="] as const;
export type Comparison = (typeof comparisons)[number];

const rowPattern = /^\s*([A-Za-z_][\w.]*)\s*(==|!=|>=|<=|>|<)\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false)\s*$/;

const rowOf = (text: string): ConditionRow | null => {
  const [, path, comparison, literal] = rowPattern.exec(text) ?? [];
  if (path === undefined || comparison === undefined || literal === undefined) return null;
  const shared = { path, comparison: comparison as Comparison };
  if (literal.startsWith('"')) return { ...shared, type: "text", value: JSON.parse(literal) as string };
  return { ...shared, type: literal === "true" || literal === "false" ? "boolean" : "number", value: literal };
};

/** The rows of a condition that is made of comparisons joined by `&&`; null for anything else, which stays text. */
export const rowsOf = (when: string): ConditionRow[] | null => {
  if (when.trim() === "true") return [];
  const rows = when.split("&&").map(rowOf);
  return rows.every((row) => row !== null) ? rows : null;
};

const literalOf = ({ type, value }: ConditionRow): string => {
  if (type === "text") return JSON.stringify(value);
  if (type === "boolean") return value === "false" ? "false" : "true";
  return value.trim() === "" ? "0" : value.trim();
};

/** The condition that says the rows: what `rowsOf` reads back. No rows is always true. */
export const conditionOf = (rows: readonly ConditionRow[]): string =>
  rows.length === 0 ? "true" : rows.map((row) => `${row.path} ${row.comparison} ${literalOf(row)}`).join(" && ");
