import type { ActionNode } from "../nodes/action/schema.ts";
import { nodeOfKind } from "./plan.ts";
import type { Step } from "./step.ts";

/** Wants the undoing of one effect that was done, if its step says by which block. */
export const wantUndoing = (
  step: Step,
  { effect, node, key }: { readonly effect: string; readonly node: ActionNode; readonly key?: string },
): void => {
  if (!node.compensateWith) return;
  step.wanted.push({
    key: key ?? step.newKey(),
    node: node.id,
    block: node.compensateWith,
    input: { undoes: effect },
    onUnknown: "repeat",
    undoes: effect,
  });
};

/** Wants the undoing of every effect done that knows how, the newest first. Nobody waits for them: they go on after the end. */
export const compensate = (step: Step): void => {
  for (const { effect, node } of step.state.compensable.toReversed())
    wantUndoing(step, { effect, node: nodeOfKind(step.plan, node, "action") });
  step.state.compensable = [];
};
