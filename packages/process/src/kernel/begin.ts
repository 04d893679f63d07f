import { runExpression } from "./evaluate.ts";
import type { Happening } from "./event.ts";
import { keepFirstStep } from "./firstStep.ts";
import { goTo } from "./flow.ts";
import { Superseded } from "./signals.ts";
import type { Step } from "./step.ts";

/** Whether the condition of the start, when it has one, holds for the record and the variables at hand. */
export const startHolds = (step: Step): boolean => {
  const { name, trigger } = step.plan.start;
  return !("when" in trigger) || trigger.when === undefined || runExpression(step, trigger.when, name.en) === true;
};

/** Begins a case: its variables are set, and work leaves the start by its wire, at rest in its stage when it is asked to. A trigger whose condition does not hold starts nothing. */
export const begin = (step: Step, happening: Happening & { type: "start" }): void => {
  step.state.variables = { ...happening.variables };
  if (happening.wanted !== undefined && happening.wanted.length > 0) step.state.wanted = happening.wanted;
  if (!startHolds(step)) throw new Superseded();
  const [wire] = step.plan.out.get(step.plan.start.id) ?? [];
  if (wire) {
    step.sawTaken(wire.id);
    goTo(step, wire.to, "case", wire.id);
  }
  if (happening.rests === true) keepFirstStep(step);
};
