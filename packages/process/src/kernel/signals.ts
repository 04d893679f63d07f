import type { Problem } from "@sluice/problems";
import type { FactKey } from "./fact.ts";

/*
 * How a step is given up from within. Thrown by the step's own code and caught in `advance` and `attempt`, nowhere else: what
 * leaves the kernel is always an answer.
 */

/** The step looked for facts that nobody has loaded yet. */
export class MissingFacts extends Error {
  readonly keys: readonly FactKey[];
  constructor(keys: readonly FactKey[]) {
    super("facts are missing");
    this.keys = keys;
  }
}

/** The step may not be taken. A person is told; a machine's step becomes an incident. */
export class Refused extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super("the step is refused");
    this.problems = problems;
  }
}

/** The event came too late: what it speaks of is over. */
export class Superseded extends Error {}
