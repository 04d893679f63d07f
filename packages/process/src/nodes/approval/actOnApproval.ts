import type { Actor, TaskEvent } from "../../kernel/event.ts";
import type { Step } from "../../kernel/step.ts";
import { actBeside } from "../work/asides.ts";
import type { ApprovalAct } from "./approvalAct.ts";
import { decide } from "./decide.ts";
import { delegate, removeSigner, transfer, joinSigners } from "./handOver.ts";
import { reclaim } from "./reclaim.ts";
import { resubmit } from "./resubmit.ts";
import { roundOf } from "./round.ts";
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
    case "complete":
      return resubmit({ ...context, act });
    case "claim":
    case "release":
    case "urge":
    case "consult":
    case "comment":
    case "copy":
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
  const token = step.tokenOf(wait);
  const { signers, number } = roundOf(token);
  const by = actor.personId;
  const isBeside = actBeside({
    step,
    node,
    wait,
    event,
    by,
    concerned: signers.map((signer) => signer.personId),
    open: signers.filter((signer) => signer.status === "open").map((signer) => signer.personId),
    round: number,
  });
  if (!isBeside) dispatch({ step, node, token, wait, event, act: event.act, by });
};
