import { countErrors } from "@sluice/process";
import type { Finding } from "./finding.ts";

/** What the checker found, indexed by the element it names, so that a badge is one look-up. */
export interface Problems {
  readonly findings: readonly Finding[];
  readonly byElement: ReadonlyMap<string, readonly Finding[]>;
  readonly errors: number;
  readonly warnings: number;
}

export const noProblems: Problems = { findings: [], byElement: new Map(), errors: 0, warnings: 0 };

/** The element a finding is about; empty for the process as a whole. */
export const elementOf = (finding: Finding): string => finding.move ?? finding.edge ?? finding.node ?? "";

export const problemsOf = (findings: readonly Finding[]): Problems => {
  const byElement = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const id of new Set([elementOf(finding), finding.node ?? elementOf(finding)])) {
      byElement.set(id, [...(byElement.get(id) ?? []), finding]);
    }
  }
  const errors = countErrors(findings);
  return { findings, byElement, errors, warnings: findings.length - errors };
};
