import type { Problem } from "./problem.ts";

/** Carries problems to the nearest border, where it is turned, once, into an answer. Never thrown for a bug or an outage. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((it) => it.code).join(", "));
    this.problems = problems;
  }
}

/** Throws a Refusal when a verdict holds problems. */
export const assertAllowed = (problems: readonly Problem[]): void => {
  if (problems.length > 0) throw new Refusal(problems);
};
