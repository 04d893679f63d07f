import { type Comparison, type Compares, conditionLines, isPresence } from "@sluice/process";

/** One line of a condition: a field, how it is compared, and with what. */
export type ConditionRow = Omit<Compares, "is">;

export const comparisons = ["==", "!=", ">", ">=", "<", "<=", "set", "empty"] as const satisfies Comparison[];

/** The rows of a condition that is made of comparisons joined by `&&`; null for anything else, which stays text. */
export const rowsOf = (when: string): ConditionRow[] | null => {
  if (when.trim() === "true") return [];
  const lines = conditionLines(when)?.map((line) => {
    if (line.is !== "compares") return null;
    const { is: _is, ...row } = line;
    return row;
  });
  return lines?.every((row) => row !== null) ? lines : null;
};

const literalOf = ({ type, value }: ConditionRow): string => {
  if (type === "text") return JSON.stringify(value);
  if (type === "boolean") return value === "false" ? "false" : "true";
  return value.trim() === "" ? "0" : value.trim();
};

const comparedText = (row: ConditionRow): string => {
  switch (row.comparison) {
    case "includes":
      return `${literalOf(row)} in ${row.path}`;
    case "excludes":
      return `!(${literalOf(row)} in ${row.path})`;
    default:
      return `${row.path} ${row.comparison} ${literalOf(row)}`;
  }
};

/** Whether there is a value, behind references that may be empty too: `has(record.?customer.grade)`. */
const presenceText = (path: string): string => {
  const members = path.split(".");
  const last = members.pop() ?? "";
  return `has(${members.join(".?")}.${last})`;
};

const textOf = (row: ConditionRow): string => {
  const presence = presenceText(row.path);
  if (isPresence(row.comparison)) return `${row.comparison === "empty" ? "!" : ""}${presence}`;
  return row.ifSet ? `${presence} && ${comparedText(row)}` : comparedText(row);
};

/** The condition that says the rows: what `rowsOf` reads back. No rows is always true. */
export const conditionOf = (rows: readonly ConditionRow[]): string =>
  rows.length === 0 ? "true" : rows.map(textOf).join(" && ");
