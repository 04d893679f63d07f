import type { ShownProblem } from "../api/shapes.ts";

/** Problems that speak of one field, by its path (`lines.2.quantity`), and the rest. */
export interface SortedProblems {
  readonly byField: ReadonlyMap<string, string>;
  readonly general: readonly ShownProblem[];
}

const fieldCodes: ReadonlySet<string> = new Set([
  "INPUT_INVALID",
  "REQUIRED_FIELD",
  "DUPLICATE",
  "FIELD_NOT_ALLOWED",
  "REFERENCE_MISSING",
  "STAGE_ONLY_BY_PROCESS",
]);

/** Lines as a whole: their grid says what is wrong with a cell, and has no place for more. */
const GRID = "lines";

/** Puts each problem where the person looks: at the field it names when that field is on the screen, else on top. */
export const problemsByField = (
  problems: readonly ShownProblem[],
  isShown: (path: string) => boolean,
): SortedProblems => {
  const byField = new Map<string, string>();
  const general: ShownProblem[] = [];
  for (const problem of problems) {
    const named = problem.values.field;
    const path = typeof named === "string" ? named.replace(/^fields\./u, "") : null;
    if (path !== null && path !== GRID && fieldCodes.has(problem.code) && isShown(path))
      byField.set(path, problem.message);
    else general.push(problem);
  }
  return { byField, general };
};
