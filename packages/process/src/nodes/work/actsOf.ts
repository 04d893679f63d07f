import type { TaskAct } from "../../kernel/event.ts";

type Act = TaskAct["do"];

/** What decides which buttons a task shows. */
export interface ActFacts {
  readonly kind: string;
  readonly isOpen: boolean;
  readonly people: readonly string[];
  readonly assigneeId: string | null;
  readonly readerId: string;
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

/**
 * Answers which acts a task offers to its reader. An offer, not a promise: the process may still refuse one (an approval that
 * allows no send-back), and says so.
 */
export const actsOf = ({ kind, isOpen, people, assigneeId, readerId }: ActFacts): Act[] => {
  if (!isOpen) return [];
  const isTheirs = assigneeId === readerId || (assigneeId === null && people.includes(readerId));
  if (!isTheirs) return kind === "task" || kind === "approval" ? ["urge", "comment"] : ["urge"];
  const claims: readonly Act[] = people.length < 2 ? [] : assigneeId === null ? ["claim"] : ["release"];
  switch (kind) {
    case "approval":
      return [...APPROVER];
    case "task":
      return [...claims, "complete", "transfer", "consult", "comment", "copy"];
    default:
      return [...claims, "complete"];
  }
};
