import type { Span } from "../../definition/time.ts";
import type { NodeBehaviour } from "../../kernel/behaviour.ts";
import { leave } from "../../kernel/flow.ts";
import type { Token, Wait } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import { runInner } from "./inner/runInner.ts";
import { keepOutputs } from "./inputsOf.ts";
import type { ActionNode } from "./schema.ts";
import { onUnknownOf, wantEffect } from "./wantEffect.ts";

/** Minutes between the slow tries of an effect whose quick attempts failed; the last one repeats. */
const BACK_OFF_MINUTES = [1, 5, 15, 60, 240] as const;

const triesOf = (token: Token): number => (token.data as { readonly tries?: number } | null)?.tries ?? 0;

/** After a failure: an alarm for the next slow try; once they are used up the step has failed. */
const afterFailure = (
  step: Step,
  node: ActionNode,
  token: Token,
  wait: Wait,
  reason: string,
  unknown: boolean,
): void => {
  if (unknown && onUnknownOf(node) === "ask")
    return step.stop("EFFECT_OUTCOME_UNKNOWN", { node: node.name.en, reason });
  const tries = triesOf(token);
  if (tries < node.retries) {
    const amount = BACK_OFF_MINUTES[Math.min(tries, BACK_OFF_MINUTES.length - 1)] ?? 240;
    const span: Span = { amount, unit: "minute", calendar: "elapsed" };
    const [dueAt] = step.look([{ fact: "dueAt", from: step.event.at, span }]);
    step.keep(token, { tries: tries + 1 });
    step.addWait({
      id: step.newKey(),
      token: token.id,
      node: node.id,
      slot: wait.id,
      kind: "timer",
      dueAt: dueAt as string,
    });
    return;
  }
  return step.stop("EFFECT_FAILED", { node: node.name.en, reason });
};

/** Runs a block: an inner one now, among the step's writes; an outer one as an effect that the carrier does after commit. */
export const action: NodeBehaviour<"action"> = {
  enter: (step, node, token) => {
    if (runInner(step, node, node)) return leave(step, token);
    const key = step.newKey();
    wantEffect(step, node, key);
    if (!node.await) return leave(step, token);
    step.addWait({ id: key, token: token.id, node: node.id, slot: "", kind: "effect" });
  },
  arrive: (step, node, token, wait, arrived) => {
    switch (arrived.kind) {
      case "effectDone":
        step.removeWait(wait.id);
        keepOutputs(step, node, arrived.output);
        if (node.compensateWith)
          step.state.compensable = [...step.state.compensable, { effect: wait.id, node: node.id }];
        return leave(step, token);
      case "effectFailed":
        return afterFailure(step, node, token, wait, arrived.reason, arrived.unknown);
      case "timer":
        step.removeWait(wait.id);
        return wantEffect(step, node, wait.slot);
      case "retried":
        step.keep(token, { tries: 0 });
        return wantEffect(step, node, wait.id);
      default:
        throw new Error(`the action ${node.id} does not wait for a ${arrived.kind}`);
    }
  },
};
