import type { ShownProblem } from "./shownProblem.ts";

/** A refusal as its receiver may see it: in their language, masked by their rights. Only ever made at the border. */
export class ShownRefusal extends Error {
  override readonly name = "ShownRefusal";
  readonly status: number;
  readonly problems: readonly ShownProblem[];

  constructor(status: number, problems: readonly ShownProblem[]) {
    super(problems.map((it) => it.code).join(", "));
    this.status = status;
    this.problems = problems;
  }
}
