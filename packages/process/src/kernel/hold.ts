import { type Held, holderOf } from "./holder.ts";
import { RELEASED, isDeadline, isOfAge } from "./ownSlots.ts";
import type { Wait } from "./state.ts";
import type { Step } from "./step.ts";

/** Whether this wait belongs to a move that a gate keeps shut. How old a stay grows is not a move's. */
export const isShut = (step: Held, wait: Wait): boolean =>
  wait.token === null && wait.slot !== RELEASED && !isOfAge(wait) && !isDeadline(wait) && holderOf(step) !== undefined;

/**
 * Once nothing holds the record any more, the moves that waited have their turn: alarms that rang meanwhile ring again by
 * themselves, conditions are asked anew by an alarm of now, a message that came is taken out of those kept.
 */
export const afterRelease = (step: Step, wasHeld: boolean): void => {
  if (!wasHeld || holderOf(step) !== undefined || step.state.stage === null) return;
  const waits = step.state.waits.filter((wait) => wait.token === null);
  if (!waits.some((wait) => wait.kind === "condition") || waits.some((wait) => wait.slot === RELEASED)) return;
  const base = { id: step.newKey(), token: null, node: step.state.stage, slot: RELEASED };
  step.addWait({ ...base, kind: "timer", dueAt: step.event.at });
};
