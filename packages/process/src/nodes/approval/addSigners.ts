import type { Token } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import { askWhoIsNext, dismissSigner } from "./openRound.ts";
import { roundOf, type Signer } from "./round.ts";
import type { ApprovalNode } from "./schema.ts";

/** Where added signers stand: before the one who adds them, after, or beside the others. */
export interface Placement {
  readonly place: "before" | "after" | "beside";
  readonly addedBy: string;
  /** The signer who adds them; none when the ladder does. */
  readonly at?: Signer;
}

/** Asks more people. People who are asked already are not asked twice. `before` takes the adder's task back until they agree. */
export const addSigners = (step: Step, node: ApprovalNode, token: Token, people: readonly string[], { place, addedBy, at }: Placement): void => {
  const round = roundOf(token);
  const asked = new Set(round.signers.filter((signer) => signer.status !== "cancelled").map((signer) => signer.personId));
  const fresh = people
    .filter((personId) => !asked.has(personId))
    .map((personId): Signer => {
      const after = place === "after" && at ? [at.id] : [];
      return { id: `p${step.newKey()}`, personId, standsFor: null, status: "waiting", task: null, after, addedBy, returnsTo: null, weight: 0 };
    });
  if (fresh.length === 0) return;
  if (place === "before" && at) dismissSigner(step, at, "transferred");
  const signers = round.signers.map((signer) =>
    place === "before" && signer.id === at?.id ? { ...signer, status: "waiting" as const, task: null, after: [...signer.after, ...fresh.map((it) => it.id)] } : signer,
  );
  askWhoIsNext(step, node, token, { ...round, signers: [...signers, ...fresh] });
};
