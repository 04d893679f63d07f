import { problem } from "@sluice/problems";
import { problemsOfForm, writeForm } from "../../kernel/form.ts";
import { afterVerdict } from "./closeRound.ts";
import { ownSigner, type ApprovalAct } from "./actOnApproval.ts";
import { isSelf } from "./findSigners.ts";
import { askSigner } from "./openRound.ts";
import { keepRound, roundOf, withSigner, type Signer } from "./round.ts";

type Decision = ApprovalAct<{ readonly do: "approve" } | { readonly do: "reject" }>;

const problemsOf = ({ step, node, event, act }: Decision, signer: Signer) => [
  ...(node.noSelfEver && isSelf(step, { personId: signer.personId, ...(signer.standsFor ? { standsFor: signer.standsFor } : {}) }) ? [problem("SELF_APPROVAL")] : []),
  ...(node.comment[act.do] === "required" && !event.comment?.trim() ? [problem("COMMENT_REQUIRED")] : []),
  ...(act.do === "approve" ? problemsOfForm(step, node.form ?? [], event.form) : []),
];

/** A delegate's opinion is kept, and the matter goes back to whoever lent it. */
const giveBack = ({ step, node, token }: Decision, signer: Signer, returnsTo: string): void => {
  const closed = withSigner(roundOf(token), signer.id, { status: "cancelled" });
  const lender = closed.signers.find((it) => it.id === returnsTo);
  if (!lender) return step.stop("EVENT_NOT_APPLICABLE");
  keepRound(step, token, withSigner(closed, lender.id, askSigner(step, node, token, closed, lender)));
};

/** Takes a signer's verdict. It counts at once; the approval ends as soon as its outcome is certain. */
export const decide = (context: Decision): void => {
  const { step, node, token, wait, event, act } = context;
  const signer = ownSigner(context);
  const problems = problemsOf(context, signer);
  if (problems.length > 0) step.refuse(problems);
  if (act.do === "approve") writeForm(step, event.form);
  const round = roundOf(token);
  const verdict = signer.returnsTo === null ? act.do : `opinion:${act.do}`;
  step.removeWait(wait.id);
  step.writes.push({ write: "closeTask", task: wait.id, reason: "done", outcome: act.do });
  step.writes.push({ write: "decision", task: wait.id, node: node.id, verdict, by: signer.personId, onBehalfOf: signer.standsFor, comment: event.comment, round: round.number });
  if (signer.returnsTo !== null) return giveBack(context, signer, signer.returnsTo);
  afterVerdict(step, node, token, withSigner(round, signer.id, { status: act.do === "approve" ? "approved" : "rejected" }));
};
