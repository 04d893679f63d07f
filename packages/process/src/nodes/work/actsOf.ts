import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import type { TaskAct } from "../../kernel/event.ts";
import type { CaseState } from "../../kernel/state.ts";
import { roundOf, type Round } from "../approval/round.ts";
import type { ApprovalNode } from "../approval/schema.ts";
import { ownApproval, removableSigners, type TakeBack, takenBackBy } from "../approval/takeBack.ts";

type Act = TaskAct["do"];

/** A piece of work as its case lists it: whose it is, or to whom it was offered, and of which round. */
export interface Work {
  readonly key: string;
  readonly node: string;
  readonly kind: string;
  readonly isOpen: boolean;
  readonly round: number;
  readonly people: readonly string[];
  readonly assigneeId: string | null;
}

/** The case that a piece of work belongs to. */
export interface WorkPlace {
  readonly definition: Pick<ProcessDefinition, "nodes">;
  readonly state: CaseState;
}

const APPROVER: readonly Act[] = [
  "approve",
  "reject",
  "sendBack",
  "addSigner",
  "transfer",
  "delegate",
  "consult",
  "comment",
  "copy",
];

interface Standing {
  readonly node: ApprovalNode;
  readonly round: Round;
}

/** The approval that a piece of work is part of, in the round that it was asked in; null when that is over. */
const approvalOf = (
  { definition, state }: WorkPlace,
  { key, node: id, kind, round, isOpen }: Work,
): Standing | null => {
  const node = definition.nodes.find((it) => it.id === id);
  if (node?.kind !== "approval" || kind !== "approval") return null;
  const wait = state.waits.find((it) => it.kind === "task" && (isOpen ? it.id === key : it.node === id));
  const token = state.tokens.find((it) => it.id === wait?.token);
  if (token === undefined || token.data === null) return null;
  const standing = { node, round: roundOf(token) };
  return standing.round.number === round ? standing : null;
};

const isTheirs = ({ assigneeId, people }: Work, personId: string): boolean =>
  assigneeId === personId || (assigneeId === null && people.includes(personId));

/** What whoever the work is asked of may do with it. */
const ownActs = ({ definition }: WorkPlace, { kind, node: id, people, assigneeId }: Work): readonly Act[] => {
  const claims: readonly Act[] = people.length < 2 ? [] : assigneeId === null ? ["claim"] : ["release"];
  switch (kind) {
    case "approval": {
      const node = definition.nodes.find((it) => it.id === id);
      return APPROVER.filter((act) => act !== "sendBack" || (node?.kind === "approval" && node.sendBack !== undefined));
    }
    case "task":
      return [...claims, "complete", "transfer", "consult", "comment", "copy"];
    default:
      return [...claims, "complete"];
  }
};

/** What the initiator, and others who have a part in it, may do beside it. */
const actsBeside = ({ kind }: Work): readonly Act[] =>
  kind === "task" || kind === "approval" ? ["urge", "comment"] : kind === "revise" ? ["urge"] : [];

/**
 * Answers which acts a person has on a piece of work: nothing on what does not concern them, and on work that is done only what can
 * still be taken back of its round. Server, test run and stories all ask here.
 *
 * An offer, not a promise: the process may still refuse one (a comment that is missing, a control point), and says so.
 */
export const actsOf = (place: WorkPlace, work: Work, personId: string): readonly Act[] => {
  const { state } = place;
  if (state.status !== "running") return [];
  const approval = approvalOf(place, work);
  const takesBack = approval === null ? [] : takenBackBy({ ...approval, initiatorId: state.initiatorId }, personId);
  if (!work.isOpen) return takesBack;
  if (isTheirs(work, personId)) return [...ownActs(place, work), ...takesBack];
  const concerned = [...work.people, ...(approval?.round.signers ?? []).map((signer) => signer.personId)];
  if (personId !== state.initiatorId && !concerned.includes(personId)) return [];
  return [...actsBeside(work), ...takesBack];
};

/** The people whom a person may take out of the approval again that a piece of work is part of. */
export const removableFrom = (place: WorkPlace, work: Work, personId: string): readonly string[] => {
  const approval = place.state.status === "running" ? approvalOf(place, work) : null;
  return approval === null ? [] : removableSigners(approval.round, personId).map((signer) => signer.personId);
};

/**
 * Answers what a person may take back at one line of a case's work: at the first open work of an approval their request, at open
 * work the signer whose it is and whom they have added, at their own work that is done the verdict they gave with it.
 */
export const takenBackAt = (place: WorkPlace, work: Work, personId: string): readonly TakeBack[] => {
  const approval = place.state.status === "running" ? approvalOf(place, work) : null;
  if (approval === null) return [];
  const first = place.state.waits.find(({ kind, node }) => kind === "task" && node === work.node)?.id === work.key;
  const own = ownApproval(approval.round, personId)?.task === work.key;
  const added = removableSigners(approval.round, personId).some(({ task }) => task === work.key);
  return takenBackBy({ ...approval, initiatorId: place.state.initiatorId }, personId).filter((act) =>
    act === "withdraw" ? first : act === "reclaim" ? own : added,
  );
};
