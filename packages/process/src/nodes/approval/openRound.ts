import type { FoundPerson } from "../../kernel/fact.ts";
import type { Token } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import { keepRound, type Round, type Signer } from "./round.ts";
import type { ApprovalNode } from "./schema.ts";

const VERDICTS = [
  { key: "approve", name: { en: "Approve", zh: "同意" } },
  { key: "reject", name: { en: "Reject", zh: "拒绝" } },
];

/** Asks one signer now: opens the task and the wait for it. */
export const askSigner = (step: Step, node: ApprovalNode, token: Token, round: Round, signer: Signer): Signer => {
  const key = step.newKey();
  step.addWait({ id: key, token: token.id, node: node.id, slot: signer.id, kind: "task", people: [signer.personId] });
  const standsFor = signer.standsFor === null ? {} : { [signer.personId]: signer.standsFor };
  step.writes.push({
    write: "openTask",
    task: {
      key,
      node: node.id,
      kind: "approval",
      name: node.name,
      people: [signer.personId],
      standsFor,
      form: node.form ?? [],
      outcomes: VERDICTS,
      dueAt: round.dueAt,
      round: round.number,
    },
  });
  return { ...signer, status: "open", task: key };
};

/** Closes a signer's open task without a verdict. */
export const dismissSigner = (
  step: Step,
  signer: Signer,
  reason: "decided" | "sentBack" | "withdrawn" | "transferred" | "superseded",
): void => {
  if (signer.status !== "open" || signer.task === null) return;
  step.removeWait(signer.task);
  step.writes.push({ write: "closeTask", task: signer.task, reason, outcome: null });
};

/** Asks every signer whose turn has come. */
export const askWhoIsNext = (step: Step, node: ApprovalNode, token: Token, round: Round): Round => {
  const approved = new Set(round.signers.filter((signer) => signer.status === "approved").map((signer) => signer.id));
  const signers = round.signers.map((signer) =>
    signer.status === "waiting" && signer.after.every((id) => approved.has(id))
      ? askSigner(step, node, token, round, signer)
      : signer,
  );
  const next = { ...round, signers };
  keepRound(step, token, next);
  return next;
};

/** The signers of a fresh round: together, or each after the one before. */
export const newSigners = (step: Step, node: ApprovalNode, people: readonly FoundPerson[]): readonly Signer[] => {
  const ids = people.map(() => `p${step.newKey()}`);
  const weights = node.mode.by === "weighted" ? node.mode.weights : {};
  return people.map((person, index): Signer => {
    const before = ids[index - 1];
    return {
      id: ids[index] as string,
      personId: person.personId,
      standsFor: person.standsFor ?? null,
      status: "waiting",
      task: null,
      after: node.mode.by === "sequential" && before !== undefined ? [before] : [],
      addedBy: null,
      returnsTo: null,
      weight: weights[person.standsFor ?? person.personId] ?? 1,
      insteadOf: null,
    };
  });
};
