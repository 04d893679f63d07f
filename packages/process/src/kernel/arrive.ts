import { behaviourOf } from "../nodes/behaviours.ts";
import type { Arrived } from "./behaviour.ts";
import { nodeIn } from "./plan.ts";
import type { Wait } from "./state.ts";
import type { Step } from "./step.ts";
import { travel } from "./takeMove.ts";

/** Tells whoever waits that its wait came true: a stage's move is taken, a step's behaviour is told. */
export const arrive = (step: Step, wait: Wait, arrived: Arrived): void => {
  const node = nodeIn(step.plan, wait.node);
  if (node.kind !== "stage") return behaviourOf(node).arrive?.(step, node, step.tokenOf(wait), wait, arrived);
  const move = node.moves.find((it) => it.id === wait.slot);
  if (!move) throw new Error(`the stage ${node.id} has lost its move ${wait.slot}`);
  step.removeWait(wait.id);
  if (wait.kind === "condition") step.addWait({ ...wait, held: true });
  travel(step, node, move);
};
