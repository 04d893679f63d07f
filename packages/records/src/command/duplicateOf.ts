import { problem, Refusal } from "@sluice/problems";

const UNIQUE_VIOLATION = "23505";

/** The machine's own uniqueness: a violation there is a bug, not something a person can mend. */
const OWN_TABLES = new Set([
  "case",
  "case_event",
  "task",
  "task_candidate",
  "stay",
  "command",
  "process",
  "process_version",
  "effect",
]);

const camel = (column: string): string =>
  column.replace(/_id$/u, "").replaceAll(/_([a-z])/gu, (_all, letter: string) => letter.toUpperCase());

interface DatabaseError {
  readonly code: string;
  readonly table?: string;
  readonly detail?: string;
}

const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Error && "code" in error && typeof error.code === "string";

/** A taken value as a refusal, or null when the error is something else. */
export const duplicateOf = (error: unknown): Refusal | null => {
  if (!isDatabaseError(error) || error.code !== UNIQUE_VIOLATION || OWN_TABLES.has(error.table ?? "")) return null;
  const [, columns = "", value = ""] = /^Key \((.+?)\)=\((.*)\) already exists/u.exec(error.detail ?? "") ?? [];
  const named = columns.split(", ").map((column) => camel(column.replaceAll(/[^a-z_]|^lower\(|\)$/gu, "")));
  return new Refusal([problem("DUPLICATE", { field: named.join(", "), value })]);
};
