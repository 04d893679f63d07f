import { problem } from "@sluice/problems";
import { endToken, forgetWaits } from "../../kernel/endToken.ts";
import { leave, wiresFor } from "../../kernel/flow.ts";
import { nodeIn } from "../../kernel/plan.ts";
import type { Step } from "../../kernel/step.ts";
import type { TaskEvent } from "../task/actOnTask.ts";
import { ownSigner, type ApprovalAct } from "./actOnApproval.ts";
import { noteRound } from "./closeRound.ts";
import { dismissSigner } from "./openRound.ts";
import { keepRound, roundOf } from "./round.ts";
import type { ApprovalNode } from "./schema.ts";

type SendBack = ApprovalAct<{ readonly do: "sendBack"; readonly to?: string }>;

const visitedSteps = (step: Step, node: ApprovalNode): readonly string[] => {
  const entered = step.state.trail.findLastIndex((entry) => nodeIn(step.plan, entry.node).kind === "stage");
  return step.state.trail.slice(entered + 1).map((entry) => entry.node).filter((id) => id !== node.id);
};

/** The step the work goes back to; null means to the initiator, here. */
const targetOf = ({ step, node, act }: SendBack): string | null => {
  const visited = visitedSteps(step, node);
  if (node.sendBack?.to === "previous") return visited.at(-1) ?? null;
  if (node.sendBack?.to !== "visited" || act.to === undefined) return null;
  return visited.includes(act.to) ? act.to : step.stop("VERB_NOT_AVAILABLE", { verb: "sendBack" });
};

const problemsOf = ({ node, token, event }: SendBack) => {
  const { number } = roundOf(token);
  if (!node.sendBack) return [problem("VERB_NOT_AVAILABLE", { verb: "sendBack" })];
  return [
    ...(node.comment.sendBack === "required" && !event.comment?.trim() ? [problem("COMMENT_REQUIRED")] : []),
    ...(number > node.sendBack.maxRounds ? [problem("TOO_MANY_VISITS", { limit: node.sendBack.maxRounds })] : []),
  ];
};

/** Asks the initiator to put the matter right; the approval stands open meanwhile with nobody asked to sign. */
const askToRevise = ({ step, node, token, by }: SendBack): void => {
  const { initiatorId } = step.state;
  if (initiatorId === null) return step.stop("NOBODY_FOUND", { node: node.name.en });
  forgetWaits(step, token.id, "sentBack");
  const key = step.newKey();
  const round = roundOf(token);
  step.addWait({ id: key, token: token.id, node: node.id, slot: "revise", kind: "task", people: [initiatorId] });
  step.writes.push({
    write: "openTask",
    task: { key, node: node.id, kind: "revise", name: node.name, people: [initiatorId], standsFor: {}, form: node.form ?? [], outcomes: [{ key: "resubmit", name: { en: "Submit again", zh: "重新提交" } }], dueAt: null, round: round.number },
  });
  const signers = round.signers.map((signer) => (signer.status === "open" || signer.status === "waiting" || signer.status === "lent" ? { ...signer, status: "cancelled" as const } : signer));
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
  step.writes.push({ write: "decision", task: wait.id, node: node.id, verdict: "sendBack", by, onBehalfOf: signer.standsFor, comment: event.comment, round: round.number });
  for (const other of round.signers) dismissSigner(step, other, "sentBack");
  noteRound(step, node, round, "sentBack");
  if (node.lockRecord) step.writes.push({ write: "lockRecord", locked: false, except: [] });
  const drawn = wiresFor(step.plan.out.get(node.id) ?? [], { by: "outcome", outcome: "sentBack", only: true });
  if (drawn.length > 0) return leave(step, token, { by: "outcome", outcome: "sentBack", only: true });
  if (target === null) return askToRevise(context);
  endToken(step, token, "sentBack");
  step.arrivals.push({ node: target, scope: token.scope, via: null, ...(node.sendBack?.then === "straightBack" ? { returnTo: node.id } : {}) });
};

const earliestApproval = (step: Step, node: ApprovalNode): string =>
  visitedSteps(step, node).find((id) => nodeIn(step.plan, id).kind === "approval") ?? node.id;

/** The initiator submits again: the approval begins a new round, or the whole way from its first approval does. */
export const resubmit = (context: ApprovalAct<TaskEvent["act"] & { readonly do: "complete" }>): void => {
  const { step, node, token, wait, event, by } = context;
  if (roundOf(token).phase !== "revising") return step.stop("VERB_NOT_AVAILABLE", { verb: "complete" });
  if (!wait.people.includes(by)) return step.stop("TASK_NOT_YOURS");
  step.removeWait(wait.id);
  step.writes.push({ write: "closeTask", task: wait.id, reason: "done", outcome: "resubmit" });
  step.writes.push({ write: "decision", task: wait.id, node: node.id, verdict: "resubmit", by, onBehalfOf: null, comment: event.comment, round: roundOf(token).number });
  endToken(step, token, "done");
  const target = node.sendBack?.then === "straightBack" ? node.id : earliestApproval(step, node);
  step.arrivals.push({ node: target, scope: token.scope, via: null });
};
