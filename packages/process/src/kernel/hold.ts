import { isDeadline } from "./deadlines.ts";
import { nodeIn } from "./plan.ts";
import { isOfAge } from "./stageAge.ts";
import type { CaseState, Token, Wait } from "./state.ts";
import type { Step } from "./step.ts";

type Held = Pick<Step, "plan"> & { readonly state: Pick<CaseState, "tokens" | "stage"> };

/** The wait that asks conditions anew once a gate has let go of the record. */
export const RELEASED = "$released";

/** The work that holds the record in its stage: while it stands, no other move of the stage is open. */
export const holderOf = (step: Held): Token | undefined =>
  step.state.tokens.find((token) => {
    const node = nodeIn(step.plan, token.node);
    return "holdsRecord" in node && node.holdsRecord;
  });

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
