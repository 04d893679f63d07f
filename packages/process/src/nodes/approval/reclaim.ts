import type { ApprovalAct } from "./approvalAct.ts";
import { askSigner, dismissSigner } from "./openRound.ts";
import { keepRound, roundOf, type Signer } from "./round.ts";
import { followersOf, isReclaimable, ownApproval } from "./takeBack.ts";

const takenBack = (signer: Signer): Signer =>
  signer.status === "cancelled" || signer.insteadOf !== null
    ? { ...signer, status: "cancelled" }
    : { ...signer, status: "waiting", task: null };

/** A signer takes an approval back, as long as nobody acted on it: who came next is no longer asked, and they are asked again. */
export const reclaim = ({ step, node, token, event, by }: ApprovalAct): void => {
  const round = roundOf(token);
  const own = ownApproval(round, by);
  if (!own) return step.stop("TASK_NOT_YOURS");
  if (!isReclaimable(round, own)) return step.stop("VERB_NOT_AVAILABLE", { verb: "reclaim" });
  const next = followersOf(round, own.id);
  for (const signer of next) dismissSigner(step, signer, "withdrawn");
  step.writes.push({
    write: "decision",
    task: own.task ?? "",
    node: node.id,
    verdict: "reclaim",
    by,
    onBehalfOf: own.standsFor,
    comment: event.comment,
    attachments: event.attachments,
    signature: event.signature,
    round: round.number,
  });
  const waiting = round.signers.map((signer) => (next.includes(signer) ? takenBack(signer) : signer));
  const signers = waiting.map((signer) =>
    signer.id === own.id ? askSigner(step, node, token, round, signer) : signer,
  );
  keepRound(step, token, { ...round, signers });
};
