import type { FoundPerson } from "../../kernel/fact.ts";
import type { Step } from "../../kernel/step.ts";
import { whoActsFor } from "../work/whoActsFor.ts";
import { addSigners } from "./addSigners.ts";
import type { ApprovalAct } from "./approvalAct.ts";
import { afterVerdict } from "./closeRound.ts";
import { isSelf } from "./findSigners.ts";
import { askSigner, dismissSigner } from "./openRound.ts";
import { ownSigner } from "./ownSigner.ts";
import { isAsked, keepRound, roundOf, withSigner, type Signer } from "./round.ts";
import type { ApprovalNode } from "./schema.ts";
import { removableSigners } from "./takeBack.ts";

type Place = Pick<ApprovalAct, "step" | "node" | "token">;

/** Those who are asked when these people are: they themselves, or who stands in. Refuses who is not active, and the initiator where that is forbidden. */
const whoIsAsked = ({ step, node }: Place, people: readonly string[]): readonly FoundPerson[] =>
  people.map((personId) => {
    const found = whoActsFor(step, personId) ?? step.stop("PERSON_INACTIVE", { name: personId });
    if (node.noSelfEver && isSelf(step, found)) step.stop("SELF_APPROVAL");
    return found;
  });

const record = ({ step, node, token, wait, event, by }: ApprovalAct, verdict: string): void => {
  step.writes.push({
    write: "decision",
    task: wait.id,
    node: node.id,
    verdict,
    by,
    onBehalfOf: null,
    comment: event.comment,
    attachments: event.attachments,
    signature: event.signature,
    round: roundOf(token).number,
  });
};

/** Who is to give a verdict in a signer's place. Nobody gets two voices that way. */
const nextIn = (place: Place, to: string): FoundPerson => {
  const { step, token } = place;
  const [found] = whoIsAsked(place, [to]);
  return found && !isAsked(roundOf(token), found.personId)
    ? found
    : step.stop("VERB_NOT_AVAILABLE", { verb: "transfer" });
};

const passOn = ({ step, node, token }: Place, signer: Signer, to: FoundPerson): void => {
  dismissSigner(step, signer, "transferred");
  const round = roundOf(token);
  const { personId, standsFor = null } = to;
  const asked = askSigner(step, node, token, round, { ...signer, personId, standsFor });
  keepRound(step, token, withSigner(round, signer.id, asked));
};

/** Gives the verdict to somebody else: it is theirs from now on. */
export const transfer = (context: ApprovalAct<{ readonly do: "transfer"; readonly to: string }>): void => {
  const signer = ownSigner(context);
  const to = nextIn(context, context.act.to);
  record(context, "transfer");
  passOn(context, signer, to);
};

/** The same, over the head of whoever is asked. */
export const giveVerdict = (step: Step, node: ApprovalNode, wait: ApprovalAct["wait"], to: string): void => {
  const place = { step, node, token: step.tokenOf(wait) };
  const signer = roundOf(place.token).signers.find((it) => it.task === wait.id && it.status === "open");
  if (!signer) return step.stop("VERB_NOT_AVAILABLE", { verb: "transfer" });
  passOn(place, signer, nextIn(place, to));
};

/** Lends the matter to somebody: their opinion is kept, and it comes back for the verdict. */
export const delegate = (context: ApprovalAct<{ readonly do: "delegate"; readonly to: string }>): void => {
  const { step, node, token, act } = context;
  const signer = ownSigner(context);
  const [to] = whoIsAsked(context, [act.to]);
  if (!to || to.personId === signer.personId) return step.stop("VERB_NOT_AVAILABLE", { verb: "delegate" });
  record(context, "delegate");
  dismissSigner(step, signer, "transferred");
  const round = withSigner(roundOf(token), signer.id, { status: "lent", task: null });
  const lent: Signer = {
    id: `p${step.newKey()}`,
    personId: to.personId,
    standsFor: to.standsFor ?? null,
    status: "waiting",
    task: null,
    after: [],
    addedBy: null,
    returnsTo: signer.id,
    weight: 0,
    insteadOf: null,
  };
  keepRound(step, token, { ...round, signers: [...round.signers, askSigner(step, node, token, round, lent)] });
};

/** Asks more people besides; each must agree. */
export const joinSigners = (
  context: ApprovalAct<{
    readonly do: "addSigner";
    readonly personIds: readonly string[];
    readonly place: "before" | "after" | "beside";
  }>,
): void => {
  const { step, node, token, act, by } = context;
  const signer = ownSigner(context);
  const people = whoIsAsked(context, act.personIds);
  if (people.every(({ personId }) => isAsked(roundOf(token), personId)))
    return step.stop("VERB_NOT_AVAILABLE", { verb: "addSigner" });
  record(context, "addSigner");
  addSigners(step, node, token, people, { place: act.place, addedBy: by, at: signer });
};

/** Takes back somebody this person had added and who has not decided. */
export const removeSigner = (
  context: ApprovalAct<{ readonly do: "removeSigner"; readonly personId: string }>,
): void => {
  const { step, node, token, act, by } = context;
  const round = roundOf(token);
  const signer = removableSigners(round, by).find((it) => it.personId === act.personId);
  if (!signer) return step.stop("VERB_NOT_AVAILABLE", { verb: "removeSigner" });
  record(context, "removeSigner");
  dismissSigner(step, signer, "decided");
  const without = withSigner(round, signer.id, { status: "cancelled" });
  const signers = without.signers.map((it) => ({ ...it, after: it.after.filter((id) => id !== signer.id) }));
  afterVerdict(step, node, token, { ...without, signers });
};
