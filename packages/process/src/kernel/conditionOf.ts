import type { Condition } from "../definition/expression.ts";
import { nodeIn, type Plan } from "./plan.ts";
import type { Wait } from "./state.ts";

/** The condition that a wait stands for, and its name for people. */
export const conditionOf = (
  plan: Plan,
  wait: Wait & { kind: "condition" },
): { readonly condition: Condition; readonly name: string } => {
  const node = nodeIn(plan, wait.node);
  if (node.kind === "guard") return { condition: node.guard.condition, name: node.name.en };
  if (node.kind === "stage") {
    const move = node.moves.find((it) => it.id === wait.slot);
    if (move?.trigger.by === "condition") return { condition: move.trigger.condition, name: move.name.en };
  }
  if (node.kind === "race") {
    const runner = node.runners.find((it) => it.key === wait.slot);
    if (runner?.on.kind === "condition") return { condition: runner.on.condition, name: node.name.en };
  }
  throw new Error(`the wait ${wait.id} at ${wait.node} stands for no condition`);
};
