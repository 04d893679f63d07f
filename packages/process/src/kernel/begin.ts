import { goTo } from "./flow.ts";
import type { Happening } from "./event.ts";
import type { Step } from "./step.ts";

/** Begins a case: its variables are set, and work leaves the start by its wires. */
export const begin = (step: Step, happening: Happening & { type: "start" }): void => {
  step.state.variables = { ...happening.variables };
  for (const wire of step.plan.out.get(step.plan.start.id) ?? []) goTo(step, wire.to, "case", wire.id);
};
