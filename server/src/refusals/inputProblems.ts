import { issueProblem, type Language, messageOf, type SchemaIssue } from "@sluice/problems";
import type { ShownProblem } from "./shownProblem.ts";

interface PlacedIssue extends SchemaIssue {
  readonly path: readonly PropertyKey[];
}

/** Turns what zod found wrong with an input into problems: one per place, at most 50, never echoing the value. */
export const inputProblems = (issues: readonly PlacedIssue[], language: Language): ShownProblem[] =>
  issues.slice(0, 50).map((issue) => {
    const it = issueProblem(issue, issue.path.map(String).join(".").slice(0, 200) || "input");
    return { code: it.code, message: messageOf(it, language), values: it.values, whoCanClear: [] };
  });
