import { endToken } from "../../kernel/endToken.ts";
import type { TaskEvent } from "../../kernel/event.ts";
import { problemsOfForm, writeForm } from "../../kernel/form.ts";
import { nodeIn } from "../../kernel/plan.ts";
import type { ApprovalAct } from "./approvalAct.ts";
import { goBack, waysBack } from "./goBack.ts";
import { resubmission } from "./resubmission.ts";
import { roundOf } from "./round.ts";

/** The initiator submits again: the approval begins a new round, or the whole way from its first approval does. */
export const resubmit = (context: ApprovalAct<TaskEvent["act"] & { readonly do: "complete" }>): void => {
  const { step, node, token, wait, event, by } = context;
  if (roundOf(token).phase !== "revising") return step.stop("VERB_NOT_AVAILABLE", { verb: "complete" });
  if (!wait.people.includes(by)) return step.stop("TASK_NOT_YOURS");
  const problems = problemsOfForm(step, node.form ?? [], event.form);
  if (problems.length > 0) step.refuse(problems);
  writeForm(step, event.form);
  step.removeWait(wait.id);
  step.writes.push({ write: "closeTask", task: wait.id, reason: "done", outcome: resubmission.key });
  step.writes.push({
    write: "decision",
    task: wait.id,
    node: node.id,
    verdict: resubmission.key,
    by,
    onBehalfOf: null,
    comment: event.comment,
    attachments: event.attachments,
    signature: event.signature,
    round: roundOf(token).number,
  });
  const first = waysBack(step, token).find((way) => nodeIn(step.plan, way.node).kind === "approval");
  if (node.sendBack?.then === "rerun" && first) return goBack(step, token, first, { straightBack: false });
  endToken(step, token, "done");
  step.arrivals.push({
    node: node.id,
    scope: token.scope,
    via: token.via,
    ...(token.returnTo === null ? {} : { returnTo: token.returnTo }),
  });
};
