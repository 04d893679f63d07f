import type { NodeBehaviour } from "../../kernel/behaviour.ts";
import type { FoundPerson } from "../../kernel/fact.ts";
import { leave } from "../../kernel/flow.ts";
import { findPeople } from "../../kernel/people.ts";
import type { Token } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import { armLadder, readAlarm } from "../work/ladder.ts";
import { managersOf } from "../work/managers.ts";
import { nobodyToAsk } from "../work/nobodyToAsk.ts";
import { addSigners } from "./addSigners.ts";
import { afterVerdict, closeRound, noteRound } from "./closeRound.ts";
import { agreedBefore, findSigners, isSelf, watchedNow } from "./findSigners.ts";
import { newSigners } from "./openRound.ts";
import { roundOf, type Round, type Signer } from "./round.ts";
import type { ApprovalNode } from "./schema.ts";

/** Passes those who have agreed before and need not be asked again; each is kept as a decision of the machine. */
export const passRepeats = (step: Step, node: ApprovalNode, round: Round): readonly Signer[] => {
  const agreed = agreedBefore(step, node);
  return round.signers.map((signer) => {
    if (!agreed.has(signer.personId)) return signer;
    step.writes.push({
      write: "decision",
      task: "",
      node: node.id,
      verdict: "approve",
      by: "system:dedup",
      onBehalfOf: signer.personId,
      comment: null,
      attachments: [],
      signature: null,
      round: round.number,
    });
    return { ...signer, status: "approved" as const };
  });
};

const numberOfRound = (step: Step, node: ApprovalNode): number =>
  1 + step.state.trail.filter((entry) => entry.node === node.id && entry.result === "sentBack").length;

const openPeople = (round: Round): readonly string[] =>
  round.signers.filter((signer) => signer.status === "open").map((signer) => signer.personId);

/** A verdict by the clock: every open signer is passed over, and the approval ends with it. */
const machineVerdict = (
  step: Step,
  node: ApprovalNode,
  token: Token,
  round: Round,
  verdict: "approve" | "reject",
): void => {
  step.writes.push({
    write: "decision",
    task: "",
    node: node.id,
    verdict,
    by: "system:sla",
    onBehalfOf: null,
    comment: null,
    attachments: [],
    signature: null,
    round: round.number,
  });
  closeRound(step, node, token, round, verdict === "approve" ? "approved" : "rejected");
};

const withoutInitiator = (step: Step, node: ApprovalNode, people: readonly FoundPerson[]): readonly FoundPerson[] =>
  node.noSelfEver ? people.filter((person) => !isSelf(step, person)) : people;

/** Brings in the managers of those who are late: each may decide in their place. */
const askManagers = (step: Step, node: ApprovalNode, token: Token, level: number): void => {
  for (const late of roundOf(token).signers.filter((signer) => signer.status === "open" && signer.insteadOf === null)) {
    const managers = withoutInitiator(
      step,
      node,
      managersOf(step, [late.personId], level).map((personId) => ({ personId })),
    );
    addSigners(step, node, currentToken(step, token), managers, { place: "instead", addedBy: "system:sla", at: late });
  }
};

const currentToken = (step: Step, token: Token): Token => step.state.tokens.find((it) => it.id === token.id) ?? token;

const climb = (step: Step, node: ApprovalNode, token: Token, index: number): void => {
  const action = node.sla?.ladder[index]?.action;
  const round = roundOf(token);
  if (!action || round.phase === "revising") return;
  switch (action.do) {
    case "remind":
      step.writes.push({ write: "notify", people: openPeople(round), subject: node.name, node: node.id });
      return;
    case "manager":
      return askManagers(step, node, token, action.level);
    case "addSigner":
      return addSigners(step, node, token, withoutInitiator(step, node, findPeople(step, action.who, node.name.en)), {
        place: "beside",
        addedBy: "system:sla",
      });
    case "approve":
    case "reject":
      return machineVerdict(step, node, token, round, action.do);
    case "branch":
      noteRound(step, node, token, round, "escalated");
      return leave(step, token, { by: "escalation" });
  }
};

/** Fewer people than the mode needs can never agree: that is nobody's verdict, so the step is given up. */
export const assertEnough = (step: Step, node: ApprovalNode, signers: readonly Signer[]): void => {
  const { mode } = node;
  const tooFew = mode.by === "quorum" && mode.count !== undefined && signers.length < mode.count;
  const noWeight = mode.by === "weighted" && signers.every((signer) => signer.weight === 0);
  if (tooFew || noWeight) step.stop("NOBODY_FOUND", { node: node.name.en });
};

/** Asks the people found for their verdicts, by the mode, and holds the token until the outcome is certain. */
export const approval: NodeBehaviour<"approval"> = {
  enter: (step, node, token) => {
    const people = findSigners(step, node);
    const number = numberOfRound(step, node);
    if (people === "pass") {
      step.note({ node: node.id, round: number, scope: token.scope, by: [], result: "approved" });
      return leave(step, token, { by: "outcome", outcome: "approved" });
    }
    if (people === "incident") return nobodyToAsk(step, token);
    const dueAt = armLadder(step, token, node.sla);
    const fresh: Round = {
      number,
      phase: "signing",
      signers: newSigners(step, node, people),
      dueAt,
      watched: watchedNow(step, node),
      sentBackBy: null,
    };
    const round = { ...fresh, signers: passRepeats(step, node, fresh) };
    assertEnough(step, node, round.signers);
    if (node.lockRecord) step.writes.push({ write: "lockRecord", locked: true, except: node.lockExcept });
    afterVerdict(step, node, token, round);
  },
  arrive: (step, node, token, wait) => {
    if (wait.kind !== "timer") return;
    const alarm = readAlarm(step, wait, node.sla);
    if (alarm.means === "timeout") {
      noteRound(step, node, token, roundOf(token), "timeout");
      leave(step, token, { by: "timeout" });
    }
    if (alarm.means === "rung") climb(step, node, token, alarm.index);
  },
};
