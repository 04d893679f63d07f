import { fillTemplate, type Language, catalogue } from "@sluice/problems";
import type { z } from "zod";
import type { ShownProblem } from "./shownProblem.ts";

/** Turns what zod found wrong with an input into problems: one per place, at most 50, never echoing the value. */
export const inputProblems = (issues: readonly z.core.$ZodIssue[], language: Language): ShownProblem[] =>
  issues.slice(0, 50).map((issue) => {
    const values = {
      field: issue.path.map(String).join(".").slice(0, 200) || "input",
      reason: issue.message.slice(0, 300),
    };
    return {
      code: "INPUT_INVALID",
      message: fillTemplate(catalogue.INPUT_INVALID[language], values),
      values,
      whoCanClear: [],
    };
  });
