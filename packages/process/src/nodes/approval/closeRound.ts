import { leave } from "../../kernel/flow.ts";
import type { Token } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import { askWhoIsNext, dismissSigner } from "./openRound.ts";
import { outcomeOf } from "./outcomeOf.ts";
import type { Round } from "./round.ts";
import type { ApprovalNode } from "./schema.ts";

/** Notes how a round ended, for send back, dedup and "previous". */
export const noteRound = (step: Step, node: ApprovalNode, token: Token, round: Round, result: string): void => {
  const asked = round.signers
    .filter((signer) => signer.returnsTo === null && signer.insteadOf === null && signer.status !== "cancelled")
    .map((signer) => signer.personId);
  const by = round.signers
    .filter((signer) => signer.status === (result === "rejected" ? "rejected" : "approved"))
    .map((signer) => signer.personId);
  step.note({
    node: node.id,
    round: round.number,
    scope: token.scope,
    by,
    asked,
    result,
    watched: round.watched ?? {},
  });
};

/** Ends an approval with its outcome: whoever was still asked is told so, and work goes on. */
export const closeRound = (
  step: Step,
  node: ApprovalNode,
  token: Token,
  round: Round,
  outcome: "approved" | "rejected" | "withdrawn",
): void => {
  for (const signer of round.signers) dismissSigner(step, signer, outcome === "withdrawn" ? "withdrawn" : "decided");
  noteRound(step, node, token, round, outcome);
  leave(step, token, { by: "outcome", outcome, only: outcome !== "approved" });
};

/** Goes on after a verdict: the next signers are asked, or the approval ends as soon as its outcome is certain. */
export const afterVerdict = (step: Step, node: ApprovalNode, token: Token, round: Round): void => {
  const outcome = outcomeOf(node.mode, round.signers);
  if (outcome === "open") askWhoIsNext(step, node, token, round);
  else closeRound(step, node, token, round, outcome);
};
