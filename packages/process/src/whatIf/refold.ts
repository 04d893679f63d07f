import { advance } from "../kernel/advance.ts";
import type { Advanced } from "../kernel/answer.ts";
import type { CaseEvent } from "../kernel/event.ts";
import { newborn } from "../kernel/newborn.ts";
import type { Plan } from "../kernel/plan.ts";
import type { CaseState } from "../kernel/state.ts";
import { migrateState } from "../version/migration/migrateState.ts";
import type { PastCase, Trial } from "./pastCase.ts";

/** A step that a case took, or would take. */
export interface WalkedStep {
  readonly event: CaseEvent;
  readonly before: CaseState;
  readonly answer: Advanced;
  /** Nobody did this: it was drawn from history, or assumed. */
  readonly isDrawn: boolean;
}

/** The way of a case, and the plan of the version that it ended on. */
export interface Walk {
  readonly steps: readonly WalkedStep[];
  readonly state: CaseState;
}

/** The way that a closed case went, each step taken anew on what was kept with it; null when it cannot be taken again. */
export const refold = (past: PastCase, { planOf }: Pick<Trial, "planOf">): Walk | null => {
  let plan: Plan = planOf(past.version);
  let state = newborn(past.openedAt, past.initiatorId);
  const steps: WalkedStep[] = [];
  for (const { at, actor, happening, used } of past.events) {
    const event: CaseEvent = { ...happening, at, actor };
    const to = event.type === "migrate" ? planOf(event.to.version) : plan;
    const answer =
      event.type === "migrate"
        ? migrateState({ from: plan, to }, state, event, used)
        : advance(plan, state, event, used);
    if (answer.answer !== "advanced") return null;
    steps.push({ event, before: state, answer, isDrawn: false });
    [plan, state] = [to, answer.state];
  }
  return { steps, state };
};
