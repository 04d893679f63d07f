import { nodeIn } from "../../kernel/plan.ts";
import type { Wait } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import { giveVerdict } from "../approval/handOver.ts";
import { giveTask } from "../task/actOnTask.ts";

/**
 * Gives open work to somebody else, over the head of whoever has it: it is theirs from now on.
 *
 * @problem TASK_CLOSED - nobody is asked for it any more
 * @problem PERSON_INACTIVE - nobody would do it in their place
 */
export const reassign = (step: Step, task: string, to: string): void => {
  const wait = step.state.waits.find((it): it is Wait & { kind: "task" } => it.kind === "task" && it.id === task);
  if (!wait) return step.stop("TASK_CLOSED");
  const node = nodeIn(step.plan, wait.node);
  if (node.kind === "approval") return giveVerdict(step, node, wait, to);
  giveTask(step, wait, to);
};
