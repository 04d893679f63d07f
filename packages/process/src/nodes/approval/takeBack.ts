import type { CaseState } from "../../kernel/state.ts";
import type { Round, Signer } from "./round.ts";
import type { ApprovalNode } from "./schema.ts";

/** What people take back of an approval. */
export type TakeBack = "withdraw" | "reclaim" | "removeSigner";

/** Whether the request may still be withdrawn, as its step allows it: never, before anybody has decided, or at any time. */
export const isWithdrawable = ({ withdraw }: Pick<ApprovalNode, "withdraw">, { signers }: Round): boolean => {
  const isDecided = signers.some(({ status }) => status === "approved" || status === "rejected");
  return withdraw === "anyTime" || (withdraw === "beforeFirstDecision" && !isDecided);
};

/** Whoever was asked because this signer approved. */
export const followersOf = ({ signers }: Round, id: string): readonly Signer[] =>
  signers.filter(
    (signer) =>
      signer.after.includes(id) || signers.some((late) => late.after.includes(id) && late.id === signer.insteadOf),
  );

/** A person's own approval in a round; null when they gave none. */
export const ownApproval = ({ signers }: Round, personId: string): Signer | null =>
  signers.find(
    (signer) =>
      signer.personId === personId &&
      signer.status === "approved" &&
      signer.returnsTo === null &&
      signer.insteadOf === null,
  ) ?? null;

/** Whether nobody has acted on an approval yet, so that it can be taken back. */
export const isReclaimable = (round: Round, own: Signer): boolean =>
  followersOf(round, own.id).every(({ status }) => status === "open" || status === "waiting" || status === "cancelled");

/** The signers whom a person has added to a round and who have not decided. */
export const removableSigners = ({ signers }: Round, personId: string): readonly Signer[] =>
  signers.filter(({ addedBy, status }) => addedBy === personId && (status === "open" || status === "waiting"));

/** What somebody may take back of an approval: the request that is theirs, their own verdict, signers they have added. */
export const takenBackBy = (
  { node, round, initiatorId }: { readonly node: ApprovalNode; readonly round: Round } & Pick<CaseState, "initiatorId">,
  personId: string,
): readonly TakeBack[] => {
  if (round.phase !== "signing") return [];
  const own = ownApproval(round, personId);
  return [
    ...(personId === initiatorId && isWithdrawable(node, round) ? (["withdraw"] as const) : []),
    ...(own !== null && isReclaimable(round, own) ? (["reclaim"] as const) : []),
    ...(removableSigners(round, personId).length > 0 ? (["removeSigner"] as const) : []),
  ];
};
