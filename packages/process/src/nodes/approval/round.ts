import type { Json } from "../../kernel/json.ts";
import type { Token } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";

/** Where one signer stands. `waiting` for others before them, `lent` while a delegate prepares their verdict. */
export type SignerStatus = "waiting" | "open" | "lent" | "approved" | "rejected" | "cancelled";

/** One person whose verdict an approval asks for. */
export interface Signer {
  readonly id: string;
  readonly personId: string;
  /** Whom this person stands for, when they act as deputy. */
  readonly standsFor: string | null;
  readonly status: SignerStatus;
  /** The open task, or the last one. */
  readonly task: string | null;
  /** Signers who must have approved before this one is asked. */
  readonly after: readonly string[];
  /** Added by a signer later: must approve besides what the mode asks for. */
  readonly addedBy: string | null;
  /** Set on a delegate: the signer the matter comes back to. */
  readonly returnsTo: string | null;
  readonly weight: number;
  /** Set on a manager whom lateness brought in: the signer in whose place a verdict of theirs counts. */
  readonly insteadOf: string | null;
}

/** One round of an approval, from opening to its outcome or to being sent back. Kept on the approval's token. */
export interface Round {
  readonly number: number;
  readonly phase: "signing" | "revising";
  readonly signers: readonly Signer[];
  readonly dueAt: string | null;
  /** The watched fields as they were when it was opened; null once somebody agreed to other values. */
  readonly watched: { readonly [path: string]: Json } | null;
  /** Who sent the matter back, while it is being revised. */
  readonly sentBackBy: string | null;
}

/** The round that a token carries. */
export const roundOf = (token: Token): Round => token.data as unknown as Round;

/** Keeps a round on its token. */
export const keepRound = (step: Step, token: Token, round: Round): Token => step.keep(token, round as unknown as Json);

/** The round with one signer changed. */
export const withSigner = (round: Round, id: string, change: Partial<Signer>): Round => ({
  ...round,
  signers: round.signers.map((signer) => (signer.id === id ? { ...signer, ...change } : signer)),
});

/** Whether a person has a voice in this round already. */
export const isAsked = (round: Round, personId: string): boolean =>
  round.signers.some(
    (signer) => signer.personId === personId && signer.status !== "cancelled" && signer.returnsTo === null,
  );
