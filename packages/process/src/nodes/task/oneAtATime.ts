import { nodeIn } from "../../kernel/plan.ts";
import { scopeOf, tokensUnder } from "../../kernel/scopes.ts";
import type { Scope, Token, Wait } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";

const splitsAbove = (step: Step, scopeId: string): readonly Scope[] => {
  const scope = scopeOf(step, scopeId);
  const node = scope.kind === "fork" && scope.node !== null ? nodeIn(step.plan, scope.node) : null;
  const own = node?.kind === "parallel" && node.run === "oneAtATime" ? [scope] : [];
  return scope.parent === null ? own : [...own, ...splitsAbove(step, scope.parent)];
};

const isBegun = ({ data }: Token): boolean =>
  data !== null && typeof data === "object" && "started" in data && data.started === true;

/** Whether a task is one of several that are done one at a time: what has been begun there is not laid aside. */
export const takesTurns = (step: Step, wait: Wait): boolean => splitsAbove(step, step.tokenOf(wait).scope).length > 0;

/**
 * Refuses to begin or end a task while another under the same one-at-a-time split is being worked on. Claiming begins it;
 * completing an unclaimed one begins and ends it at once.
 *
 * @problem TASK_WAITS_ITS_TURN - somebody works on another one
 */
export const assertItsTurn = (step: Step, wait: Wait): void => {
  const token = step.tokenOf(wait);
  const [other] = splitsAbove(step, token.scope)
    .flatMap((split) => tokensUnder(step, split.id))
    .filter((it) => it.id !== token.id && isBegun(it));
  if (other) step.stop("TASK_WAITS_ITS_TURN", { work: nodeIn(step.plan, other.node).name.en });
};
