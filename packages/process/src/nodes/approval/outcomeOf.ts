import type { Signer } from "./round.ts";
import type { ApprovalNode } from "./schema.ts";

export type Outcome = "approved" | "rejected" | "open";

interface Tally {
  readonly approved: number;
  readonly rejected: number;
  readonly possible: number;
}

const tally = (signers: readonly Signer[], measure: (signer: Signer) => number): Tally => {
  const sum = (picked: readonly Signer[]): number => picked.reduce((total, signer) => total + measure(signer), 0);
  return {
    approved: sum(signers.filter((signer) => signer.status === "approved")),
    rejected: sum(signers.filter((signer) => signer.status === "rejected")),
    possible: sum(signers.filter((signer) => signer.status !== "rejected" && signer.status !== "cancelled")),
  };
};

const reaching = (needed: number, { approved, possible }: Tally): Outcome =>
  approved >= needed ? "approved" : possible < needed ? "rejected" : "open";

const one = (): number => 1;

const byMode = (mode: ApprovalNode["mode"], signers: readonly Signer[]): Outcome => {
  const votes = tally(signers, one);
  switch (mode.by) {
    case "any":
      if (votes.approved > 0) return "approved";
      if (votes.possible === 0) return "rejected";
      return votes.rejected > 0 && !mode.rejectNeedsAll ? "rejected" : "open";
    case "all":
    case "sequential":
      return votes.rejected > 0 ? "rejected" : votes.approved === signers.length ? "approved" : "open";
    case "quorum":
      return reaching(mode.count ?? Math.ceil((signers.length * (mode.share ?? 100)) / 100), votes);
    case "weighted": {
      const total = signers.reduce((sum, signer) => sum + signer.weight, 0);
      const weights = tally(signers, (signer) => signer.weight);
      return total === 0 ? "rejected" : reaching(Math.ceil((total * mode.share) / 100), weights);
    }
  }
};

/**
 * What a round has come to, as soon as it is certain.
 *
 * The mode counts the signers it was opened with; signers added later must all approve besides. A delegate's opinion is no
 * vote; who stands in for a late signer votes in their place.
 */
export const outcomeOf = (mode: ApprovalNode["mode"], signers: readonly Signer[]): Outcome => {
  const voters = signers.filter((signer) => signer.returnsTo === null && signer.insteadOf === null);
  const added = voters.filter((signer) => signer.addedBy !== null && signer.status !== "cancelled");
  const asked = voters.filter((signer) => signer.addedBy === null && signer.status !== "cancelled");
  if (added.some((signer) => signer.status === "rejected")) return "rejected";
  const base = byMode(mode, asked);
  if (base !== "approved") return base;
  return added.every((signer) => signer.status === "approved") ? "approved" : "open";
};
