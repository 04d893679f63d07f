import { attempt } from "./attempt.ts";
import type { Happening } from "./event.ts";
import { settle } from "./settle.ts";
import { Superseded } from "./signals.ts";
import type { Step } from "./step.ts";

/*
 * A case that is born at rest has entered its first stage, and keeps the step that it goes on with. The step is taken once: by
 * its own event, or before a person's move, so that no gate that stands there is walked around.
 */

/** Keeps what is about to be entered for later. */
export const keepFirstStep = (step: Step): void => {
  const [first] = step.arrivals.splice(0);
  if (first !== undefined) step.state.firstStep = { node: first.node, scope: first.scope, via: first.via };
};

/** Sends work to the step that was kept, if one still is. */
export const goToFirstStep = (step: Step): void => {
  const first = step.state.firstStep ?? null;
  if (first === null) return;
  step.state.firstStep = null;
  step.arrivals.push(first);
};

/** Takes the step that was kept, before whatever else is asked. */
export const takeFirstStep = (step: Step): void => {
  if ((step.state.firstStep ?? null) === null) return;
  goToFirstStep(step);
  settle(step);
};

/** Its own event: the step is taken, or an incident stands in its place, and it is kept for a retry. */
export const onFirstStep = (step: Step, happening: Happening & { type: "firstStep" }): void => {
  if ((step.state.firstStep ?? null) === null) throw new Superseded();
  attempt(step, null, happening, () => goToFirstStep(step));
};
