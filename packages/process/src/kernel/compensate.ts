import { nodeOfKind } from "./plan.ts";
import type { Step } from "./step.ts";

/** Wants the undoing of every effect done that knows how, the newest first. Nobody waits for them: they go on after the end. */
export const compensate = (step: Step): void => {
  for (const done of step.state.compensable.toReversed()) {
    const node = nodeOfKind(step.plan, done.node, "action");
    if (!node.compensateWith) continue;
    const key = step.newKey();
    step.wanted.push({
      key,
      node: node.id,
      block: node.compensateWith,
      input: { undoes: done.effect },
      onUnknown: "repeat",
      undoes: done.effect,
    });
  }
  step.state.compensable = [];
};
