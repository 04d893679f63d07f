import type { Actor } from "../../kernel/event.ts";
import type { Step } from "../../kernel/step.ts";
import type { TaskEvent } from "../task/actOnTask.ts";
import type { ApprovalAct } from "./approvalAct.ts";
import { copy, consult, urge } from "./asides.ts";
import { decide } from "./decide.ts";
import { delegate, removeSigner, transfer, joinSigners } from "./handOver.ts";
import { reclaim } from "./reclaim.ts";
import { resubmit } from "./resubmit.ts";
import type { ApprovalNode } from "./schema.ts";
import { sendBack } from "./sendBack.ts";
import { withdraw } from "./withdraw.ts";

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
export const actOnApproval = (
  step: Step,
  node: ApprovalNode,
  wait: ApprovalAct["wait"],
  event: TaskEvent,
  actor: Actor & { kind: "person" },
): void => {
  dispatch({ step, node, token: step.tokenOf(wait), wait, event, act: event.act, by: actor.personId });
};
