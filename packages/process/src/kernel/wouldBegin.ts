import { startHolds } from "./begin.ts";
import type { CaseEvent } from "./event.ts";
import type { FactKey, Facts } from "./fact.ts";
import { newborn } from "./newborn.ts";
import type { Plan } from "./plan.ts";
import { MissingFacts, Refused } from "./signals.ts";
import { Step } from "./step.ts";

/** Whether a case would begin, or the facts that it takes to tell. */
export type WouldBegin = { readonly needs: readonly FactKey[] } | { readonly begins: boolean };

/**
 * Tells before there is a case whether its start would hold, so that none is made for nothing. Pure, as `advance` is.
 *
 * A condition that cannot be answered is not false: the case is to begin, and its first step tells of it as an incident.
 */
export const wouldBegin = (plan: Plan, event: CaseEvent, facts: Facts): WouldBegin => {
  const step = new Step(plan, newborn(event.at, null), event, facts);
  try {
    return { begins: startHolds(step) };
  } catch (signal) {
    if (signal instanceof MissingFacts) return { needs: [...new Set(signal.keys)] };
    if (signal instanceof Refused) return { begins: true };
    throw signal;
  }
};
