import type { ApprovalAct } from "./approvalAct.ts";
import { roundOf, type Signer } from "./round.ts";

/** The signer whose task this is; anybody else's act gives the step up. */
export const ownSigner = ({ step, token, wait, by }: ApprovalAct): Signer => {
  const signer = roundOf(token).signers.find((it) => it.task === wait.id);
  if (!signer || signer.personId !== by) return step.stop("TASK_NOT_YOURS");
  return signer.status === "open" ? signer : step.stop("ALREADY_DECIDED");
};
