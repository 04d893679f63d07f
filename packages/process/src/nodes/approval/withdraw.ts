import type { ApprovalAct } from "./approvalAct.ts";
import { closeRound } from "./closeRound.ts";
import { roundOf } from "./round.ts";
import { isWithdrawable } from "./takeBack.ts";

/** The initiator takes the request back, as the step allows: never, before anybody has decided, or at any time. */
export const withdraw = ({ step, node, token, event, by }: ApprovalAct): void => {
  if (by !== step.state.initiatorId) return step.stop("TASK_NOT_YOURS");
  const round = roundOf(token);
  if (!isWithdrawable(node, round)) return step.stop("VERB_NOT_AVAILABLE", { verb: "withdraw" });
  step.writes.push({
    write: "decision",
    task: "",
    node: node.id,
    verdict: "withdraw",
    by,
    onBehalfOf: null,
    comment: event.comment,
    attachments: event.attachments,
    signature: event.signature,
    round: round.number,
  });
  closeRound(step, node, token, round, "withdrawn");
};
