import { problem } from "@sluice/problems";
import { forgetWaits, unlockAfter } from "../../kernel/endToken.ts";
import { leave, wiresFor } from "../../kernel/flow.ts";
import { findPeople } from "../../kernel/people.ts";
import type { ApprovalAct } from "./approvalAct.ts";
import { noteRound } from "./closeRound.ts";
import { goBack, waysBack, type WayBack } from "./goBack.ts";
import { dismissSigner } from "./openRound.ts";
import { ownSigner } from "./ownSigner.ts";
import { problemsOfVerdict } from "./problemsOfVerdict.ts";
import { resubmission } from "./resubmission.ts";
import { keepRound, roundOf } from "./round.ts";

type SendBack = ApprovalAct<{ readonly do: "sendBack"; readonly to?: string }>;

/** Where the work goes back to; null means to the initiator, here. */
const targetOf = ({ step, node, token, act }: SendBack): WayBack | null => {
  const ways = waysBack(step, token);
  if (node.sendBack?.to === "previous") return ways.at(-1) ?? null;
  if (node.sendBack?.to !== "visited" || act.to === undefined) return null;
  return ways.findLast((way) => way.node === act.to) ?? step.stop("VERB_NOT_AVAILABLE", { verb: "sendBack" });
};

const problemsOf = ({ node, token, event }: SendBack) => {
  const { number } = roundOf(token);
  if (!node.sendBack) return [problem("VERB_NOT_AVAILABLE", { verb: "sendBack" })];
  return [
    ...problemsOfVerdict({ node, event }, "sendBack"),
    ...(number > node.sendBack.maxRounds ? [problem("TOO_MANY_VISITS", { limit: node.sendBack.maxRounds })] : []),
  ];
};

const reviserOf = ({ step, node }: SendBack): string => {
  const [initiator] = findPeople(step, [{ by: "initiator" }], node.name.en);
  const [admin] = initiator ? [] : findPeople(step, [{ by: "role", role: "admin" }], node.name.en);
  return (initiator ?? admin)?.personId ?? step.stop("NOBODY_FOUND", { node: node.name.en });
};

/** Asks the initiator to put the matter right; the approval stands open meanwhile with nobody asked to sign. */
const askToRevise = (context: SendBack): void => {
  const { step, node, token, by } = context;
  const personId = reviserOf(context);
  forgetWaits(step, token.id, "sentBack");
  unlockAfter(step, token);
  const key = step.newKey();
  const round = roundOf(token);
  step.addWait({ id: key, token: token.id, node: node.id, slot: "revise", kind: "task", people: [personId] });
  step.writes.push({
    write: "openTask",
    task: {
      key,
      node: node.id,
      kind: "revise",
      name: node.name,
      people: [personId],
      standsFor: {},
      form: node.form ?? [],
      outcomes: [resubmission],
      dueAt: null,
      round: round.number,
    },
  });
  const signers = round.signers.map((signer) =>
    signer.status === "open" || signer.status === "waiting" || signer.status === "lent"
      ? { ...signer, status: "cancelled" as const }
      : signer,
  );
  keepRound(step, token, { ...round, phase: "revising", signers, sentBackBy: by });
};

/**
 * Sends the matter back and closes the round: along a wire `sentBack` where one is drawn, to a step visited before, or to the
 * initiator. What comes next is a new round: people are found anew (or as before) and every reminder is set again.
 */
export const sendBack = (context: SendBack): void => {
  const { step, node, token, wait, event, by } = context;
  const signer = ownSigner(context);
  const problems = problemsOf(context);
  if (problems.length > 0) step.refuse(problems);
  const round = roundOf(token);
  const target = targetOf(context);
  step.writes.push({
    write: "decision",
    task: wait.id,
    node: node.id,
    verdict: "sendBack",
    by,
    onBehalfOf: signer.standsFor,
    comment: event.comment,
    attachments: event.attachments,
    signature: event.signature,
    round: round.number,
  });
  for (const other of round.signers) dismissSigner(step, other, "sentBack");
  noteRound(step, node, token, round, "sentBack");
  const drawn = wiresFor(step.plan.out.get(node.id) ?? [], { by: "outcome", outcome: "sentBack", only: true });
  if (drawn.length > 0) return leave(step, token, { by: "outcome", outcome: "sentBack", only: true });
  if (target === null) return askToRevise(context);
  goBack(step, token, target, { straightBack: node.sendBack?.then === "straightBack" });
};
