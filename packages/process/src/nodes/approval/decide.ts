import { problem } from "@sluice/problems";
import { problemsOfForm, writeForm } from "../../kernel/form.ts";
import { isSameJson } from "../../kernel/isSameJson.ts";
import type { ApprovalAct } from "./approvalAct.ts";
import { afterVerdict } from "./closeRound.ts";
import { isSelf, watchedNow } from "./findSigners.ts";
import { askSigner, dismissSigner } from "./openRound.ts";
import { ownSigner } from "./ownSigner.ts";
import { problemsOfVerdict } from "./problemsOfVerdict.ts";
import { keepRound, roundOf, withSigner, type Round, type Signer } from "./round.ts";

type Decision = ApprovalAct<{ readonly do: "approve" } | { readonly do: "reject" }>;

const problemsOf = ({ step, node, event, act }: Decision, signer: Signer) => [
  ...(node.noSelfEver &&
  isSelf(step, { personId: signer.personId, ...(signer.standsFor ? { standsFor: signer.standsFor } : {}) })
    ? [problem("SELF_APPROVAL")]
    : []),
  ...problemsOfVerdict({ node, event }, act.do),
  ...(act.do === "approve" ? problemsOfForm(step, node.form ?? [], event.form) : []),
];

/** A delegate's opinion is kept, and the matter goes back to whoever lent it. */
const giveBack = ({ step, node, token }: Decision, signer: Signer, returnsTo: string): void => {
  const closed = withSigner(roundOf(token), signer.id, { status: "cancelled" });
  const lender = closed.signers.find((it) => it.id === returnsTo);
  if (!lender) return step.stop("EVENT_NOT_APPLICABLE");
  keepRound(step, token, withSigner(closed, lender.id, askSigner(step, node, token, closed, lender)));
};

/** What the round was agreed on: nothing certain once a signer has seen other values than it was opened with. */
const watchedAfter = ({ step, node }: Decision, round: Round): Round["watched"] =>
  node.watchedFields.length > 0 && !isSameJson(watchedNow(step, node), round.watched) ? null : round.watched;

/** Counts a verdict in the place it belongs to: the signer's own, or that of the late one they stand in for. The others of that place are no longer asked. */
const inOnePlace = ({ step }: Decision, round: Round, signer: Signer, status: "approved" | "rejected"): Round => {
  const principal = round.signers.find((it) => it.id === (signer.insteadOf ?? signer.id)) ?? signer;
  const others = round.signers.filter(
    (it) =>
      it.id !== signer.id && (it.id === principal.id || it.insteadOf === principal.id || it.returnsTo === principal.id),
  );
  for (const other of others) dismissSigner(step, other, "decided");
  const signers = round.signers.map((it): Signer => {
    if (it.id === principal.id)
      return {
        ...it,
        status,
        ...(signer.insteadOf === null
          ? {}
          : { personId: signer.personId, standsFor: principal.personId, task: signer.task }),
      };
    const isOver = it.insteadOf === principal.id || (it.returnsTo === principal.id && it.status === "open");
    return isOver ? { ...it, status: "cancelled" } : it;
  });
  return { ...round, signers };
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
  step.writes.push({
    write: "decision",
    task: wait.id,
    node: node.id,
    verdict,
    by: signer.personId,
    onBehalfOf: signer.standsFor,
    comment: event.comment,
    attachments: event.attachments,
    signature: event.signature,
    round: round.number,
  });
  if (signer.returnsTo !== null) return giveBack(context, signer, signer.returnsTo);
  const seen = { ...round, watched: watchedAfter(context, round) };
  afterVerdict(step, node, token, inOnePlace(context, seen, signer, act.do === "approve" ? "approved" : "rejected"));
};
