import type { TaskDraft } from "../../kernel/write.ts";
import type { ApprovalAct } from "./approvalAct.ts";
import { roundOf } from "./round.ts";

const isConcerned = ({ step, token, by }: ApprovalAct): boolean =>
  by === step.state.initiatorId || roundOf(token).signers.some((signer) => signer.personId === by);

const sideTask = ({ step, node, token }: ApprovalAct, kind: "copy" | "consult", personId: string): TaskDraft => ({
  key: step.newKey(),
  node: node.id,
  kind,
  name: node.name,
  people: [personId],
  standsFor: {},
  form: [],
  outcomes: [],
  dueAt: null,
  round: roundOf(token).number,
});

const openAsides = (context: ApprovalAct, kind: "copy" | "consult", personIds: readonly string[]): void => {
  const { step } = context;
  if (!isConcerned(context)) return step.stop("TASK_NOT_YOURS");
  for (const personId of new Set(personIds))
    step.writes.push({ write: "openTask", task: sideTask(context, kind, personId) });
};

/** Reminds everybody who is asked and has not answered. */
export const urge = (context: ApprovalAct): void => {
  const { step, node, token } = context;
  if (!isConcerned(context)) return step.stop("TASK_NOT_YOURS");
  const people = roundOf(token)
    .signers.filter((signer) => signer.status === "open")
    .map((signer) => signer.personId);
  step.writes.push({ write: "notify", people, subject: node.name, node: node.id });
};

/** Asks people for their opinion; the verdict does not wait for it. */
export const consult = (
  context: ApprovalAct<{ readonly do: "consult"; readonly personIds: readonly string[] }>,
): void => openAsides(context, "consult", context.act.personIds);

/** Lets people read along. */
export const copy = (context: ApprovalAct<{ readonly do: "copy"; readonly personIds: readonly string[] }>): void =>
  openAsides(context, "copy", context.act.personIds);
