import type { Problem } from "./problem.ts";

/** What a guard or validator answers: every unmet condition at once. Empty means "go ahead". */
export type Verdict = readonly Problem[];

/** Collects the problems of a list of checks, in order. */
export const verdict = (checks: readonly (Problem | false | null | undefined)[]): Verdict =>
  checks.filter((check): check is Problem => Boolean(check));

/** True when nothing stands against it. */
export const isAllowed = (it: Verdict): boolean => it.length === 0;
