import type { Plan } from "../kernel/plan.ts";
import type { PastCase, Trial } from "../whatIf/pastCase.ts";
import type { Simulation } from "./simulation.ts";
import { isoOf, msOf } from "./spans.ts";

/** A played case as it would be kept; of the world around it nothing more is known. */
export const pastOf = (
  { steps, state }: Pick<Simulation, "steps" | "state">,
  trail: PastCase["trail"] = () => undefined,
): PastCase => ({
  caseId: "c1",
  initiatorId: state.initiatorId,
  openedAt: state.openedAt,
  version: 1,
  events: steps.map(({ event: { at, actor, ...happening }, answer }) => ({ at, actor, happening, used: answer.used })),
  trail,
  changedAt: [],
});

/** A trial of a plan on cases of another, or of itself; every hour is worked. */
export const aTrial = (plan: Plan, before: Plan = plan): Trial => ({
  plan,
  planOf: () => before,
  clock: { worked: (from, to) => msOf(to) - msOf(from), after: (from, workedMs) => isoOf(msOf(from) + workedMs) },
  assumptions: {},
  seed: "1",
});
