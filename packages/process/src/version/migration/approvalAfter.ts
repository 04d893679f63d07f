import type { FoundPerson } from "../../kernel/fact.ts";
import { isSameJson } from "../../kernel/isSameJson.ts";
import type { Json } from "../../kernel/json.ts";
import type { Token } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import { assertEnough, passRepeats } from "../../nodes/approval/behaviour.ts";
import { afterVerdict } from "../../nodes/approval/closeRound.ts";
import { findSigners } from "../../nodes/approval/findSigners.ts";
import { dismissSigner, newSigners } from "../../nodes/approval/openRound.ts";
import { roundOf, type Round, type Signer } from "../../nodes/approval/round.ts";
import type { ApprovalNode } from "../../nodes/approval/schema.ts";

const ruleOf = ({ who, mode, onSelf, noSelfEver }: ApprovalNode): Json =>
  ({ who, mode, onSelf, noSelfEver }) as unknown as Json;

const hasVoted = ({ status }: Signer): boolean => status === "approved" || status === "rejected";

/** Those the rule of the step asks, in contrast to those whom people, or lateness, brought in. */
const isOfRule = ({ addedBy, returnsTo, insteadOf }: Signer): boolean =>
  addedBy === null && returnsTo === null && insteadOf === null;

const isOne = ({ personId, standsFor }: Signer, found: FoundPerson): boolean =>
  found.personId === personId || (found.standsFor ?? found.personId) === (standsFor ?? personId);

/** Gives up those whom the new rule does not ask, with whoever acts in their place; a vote that is in stays. */
const withoutOthers = (step: Step, round: Round, people: readonly FoundPerson[]): readonly Signer[] => {
  const isKept = (signer: Signer): boolean =>
    !isOfRule(signer) || hasVoted(signer) || people.some((found) => isOne(signer, found));
  const gone = new Set(round.signers.filter((signer) => !isKept(signer)).map(({ id }) => id));
  const isGone = ({ id, returnsTo, insteadOf }: Signer): boolean =>
    gone.has(id) || gone.has(returnsTo ?? "") || gone.has(insteadOf ?? "");
  return round.signers.map((signer) => {
    if (!isGone(signer) || hasVoted(signer)) return signer;
    dismissSigner(step, signer, "superseded");
    return { ...signer, status: "cancelled" as const };
  });
};

/** Puts the signers of the rule into the order of the new one: each after the one before, or all at once. */
const ordered = (node: ApprovalNode, signers: readonly Signer[]): readonly Signer[] => {
  const own = signers.filter((signer) => isOfRule(signer) && signer.status !== "cancelled");
  const ids = new Set(signers.filter(isOfRule).map(({ id }) => id));
  const weights = node.mode.by === "weighted" ? node.mode.weights : {};
  const before = (signer: Signer): readonly string[] => {
    const previous = own[own.indexOf(signer) - 1];
    return node.mode.by === "sequential" && previous !== undefined ? [previous.id] : [];
  };
  return signers.map((signer) =>
    own.includes(signer)
      ? {
          ...signer,
          after: [...before(signer), ...signer.after.filter((id) => !ids.has(id))],
          weight: weights[signer.standsFor ?? signer.personId] ?? 1,
        }
      : signer,
  );
};

/**
 * Goes on with an approval under its new rule: the votes that are in stay and are counted by it, those whom it does not ask any
 * more are let go, those whom it asks besides are asked. It may be decided by that.
 *
 * @problem NOBODY_FOUND - the new rule asks nobody, or too few
 */
export const approvalAfter = (step: Step, old: ApprovalNode, node: ApprovalNode, token: Token): void => {
  const round = roundOf(token);
  if (round.phase === "revising" || isSameJson(ruleOf(old), ruleOf(node))) return;
  const found = findSigners(step, node);
  if (found === "incident") return step.stop("NOBODY_FOUND", { node: node.name.en });
  const people = found === "pass" ? [] : found;
  const kept = withoutOthers(step, round, people);
  const unasked = people.filter(
    (person) => !kept.some((signer) => isOfRule(signer) && signer.status !== "cancelled" && isOne(signer, person)),
  );
  const fresh = passRepeats(step, node, { ...round, signers: newSigners(step, node, unasked) });
  const signers = ordered(node, [...kept, ...fresh]);
  assertEnough(
    step,
    node,
    signers.filter((signer) => isOfRule(signer) && signer.status !== "cancelled"),
  );
  afterVerdict(step, node, token, { ...round, signers });
};
