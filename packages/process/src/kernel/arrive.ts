import { behaviourOf } from "../nodes/behaviours.ts";
import type { Arrived } from "./behaviour.ts";
import { isOfAge } from "./ownSlots.ts";
import { nodeIn } from "./plan.ts";
import { ringAge } from "./stageAge.ts";
import type { Wait } from "./state.ts";
import type { Step } from "./step.ts";
import { isUnderWay, travel } from "./takeMove.ts";

/**
 * Tells whoever waits that its wait came true: a stage's move is taken, a step's behaviour is told.
 *
 * A move by condition or message stays open for the next time. One whose own run in the stage is still under way is not taken
 * again by time or condition; a message always starts its own run.
 */
export const arrive = (step: Step, wait: Wait, arrived: Arrived): void => {
  const node = nodeIn(step.plan, wait.node);
  if (node.kind !== "stage") return behaviourOf(node).arrive?.(step, node, step.tokenOf(wait), wait, arrived);
  if (isOfAge(wait)) return ringAge(step, node, wait);
  const move = node.moves.find((it) => it.id === wait.slot);
  if (!move) throw new Error(`the stage ${node.id} has lost its move ${wait.slot}`);
  if (wait.kind === "timer") step.removeWait(wait.id);
  if (wait.kind === "condition") step.replaceWait({ ...wait, held: true });
  if (arrived.kind === "message" && wait.kind === "message") step.setVariable(wait.message, arrived.payload);
  else if (isUnderWay(step, move)) return;
  travel(step, node, move);
};
