import type { Problem } from "@sluice/problems";
import type { FactKey } from "./fact.ts";

/*
 * How a step is given up from within. Thrown by the step's own code and caught in `advance` and `attempt`, nowhere else: what
 * leaves the kernel is always an answer.
 */

/** An error that does not look for its place in the code: that alone took a tenth of a step, several times in each. */
const Placeless = function placeless() {} as unknown as new () => Error;
Object.setPrototypeOf(Placeless.prototype, Error.prototype);

/** The step looked for facts that nobody has loaded yet. */
export class MissingFacts extends Placeless {
  override readonly message = "facts are missing";
  readonly keys: readonly FactKey[];
  constructor(keys: readonly FactKey[]) {
    super();
    this.keys = keys;
  }
}

/** The step may not be taken. A person is told; a machine's step becomes an incident. */
export class Refused extends Placeless {
  override readonly message = "the step is refused";
  readonly problems: readonly Problem[];
  /** The step in which it went wrong, the innermost; undefined where it was none. */
  at: string | undefined;
  constructor(problems: readonly Problem[]) {
    super();
    this.problems = problems;
  }
}

/** The event came too late: what it speaks of is over. */
export class Superseded extends Placeless {
  override readonly message = "the event is superseded";
}
