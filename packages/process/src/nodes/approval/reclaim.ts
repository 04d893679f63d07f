import type { ApprovalAct } from "./approvalAct.ts";
import { askSigner, dismissSigner } from "./openRound.ts";
import { keepRound, roundOf, type Signer } from "./round.ts";

/** Whoever was asked because this signer approved, and has not acted yet. */
const followers = (signers: readonly Signer[], id: string): readonly Signer[] =>
  signers.filter(
    (signer) =>
      signer.after.includes(id) || signers.some((late) => late.after.includes(id) && late.id === signer.insteadOf),
  );

const takenBack = (signer: Signer): Signer =>
  signer.status === "cancelled" || signer.insteadOf !== null
    ? { ...signer, status: "cancelled" }
    : { ...signer, status: "waiting", task: null };

/** A signer takes an approval back, as long as nobody acted on it: who came next is no longer asked, and they are asked again. */
export const reclaim = ({ step, node, token, event, by }: ApprovalAct): void => {
  const round = roundOf(token);
  const own = round.signers.find(
    (signer) =>
      signer.personId === by && signer.status === "approved" && signer.returnsTo === null && signer.insteadOf === null,
  );
  if (!own) return step.stop("TASK_NOT_YOURS");
  const next = followers(round.signers, own.id);
  if (next.some((signer) => !["open", "waiting", "cancelled"].includes(signer.status)))
    return step.stop("VERB_NOT_AVAILABLE", { verb: "reclaim" });
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
