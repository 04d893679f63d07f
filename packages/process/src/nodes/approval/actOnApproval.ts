import type { Actor, TaskAct } from "../../kernel/event.ts";
import type { Token, Wait } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import type { TaskEvent } from "../task/actOnTask.ts";
import { copy, consult, urge } from "./asides.ts";
import { decide } from "./decide.ts";
import { delegate, removeSigner, transfer, joinSigners } from "./handOver.ts";
import { reclaim } from "./reclaim.ts";
import { resubmit } from "./resubmit.ts";
import { sendBack } from "./sendBack.ts";
import { roundOf, type Signer } from "./round.ts";
import type { ApprovalNode } from "./schema.ts";
import { withdraw } from "./withdraw.ts";

type TaskWait = Wait & { kind: "task" };

/** All that a verb may look at: the approval, where it stands, who acts and what they said. */
export interface ApprovalAct<A extends TaskAct = TaskAct> {
  readonly step: Step;
  readonly node: ApprovalNode;
  readonly token: Token;
  readonly wait: TaskWait;
  readonly event: TaskEvent;
  readonly act: A;
  readonly by: string;
}

/** The signer whose task this is; anybody else's act gives the step up. */
export const ownSigner = ({ step, token, wait, by }: ApprovalAct): Signer => {
  const signer = roundOf(token).signers.find((it) => it.task === wait.id);
  if (!signer || signer.personId !== by) return step.stop("TASK_NOT_YOURS");
  return signer.status === "open" ? signer : step.stop("ALREADY_DECIDED");
};

const dispatch = (context: ApprovalAct): void => {
  const { act } = context;
  switch (act.do) {
    case "approve":
    case "reject":
      return decide({ ...context, act });
    case "sendBack":
      return sendBack({ ...context, act });
    case "withdraw":
      return withdraw(context);
    case "reclaim":
      return reclaim(context);
    case "addSigner":
      return joinSigners({ ...context, act });
    case "removeSigner":
      return removeSigner({ ...context, act });
    case "transfer":
      return transfer({ ...context, act });
    case "delegate":
      return delegate({ ...context, act });
    case "urge":
      return urge(context);
    case "consult":
      return consult({ ...context, act });
    case "copy":
      return copy({ ...context, act });
    case "complete":
      return resubmit({ ...context, act });
    case "claim":
    case "release":
      return context.step.stop("VERB_NOT_AVAILABLE", { verb: act.do });
  }
};

/** Does what a person asks with an approval. `wait` is the task they acted on, or any open one of the approval for its initiator. */
export const actOnApproval = (step: Step, node: ApprovalNode, wait: TaskWait, event: TaskEvent, actor: Actor & { kind: "person" }): void => {
  dispatch({ step, node, token: step.tokenOf(wait), wait, event, act: event.act, by: actor.personId });
};
