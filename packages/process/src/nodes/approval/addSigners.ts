import type { FoundPerson } from "../../kernel/fact.ts";
import type { Token } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import { askWhoIsNext, dismissSigner } from "./openRound.ts";
import { isAsked, roundOf, type Signer } from "./round.ts";
import type { ApprovalNode } from "./schema.ts";

/** Where added signers stand: before the one who adds them, after, beside the others, or instead of one who is late. */
export interface Placement {
  readonly place: "before" | "after" | "beside" | "instead";
  readonly addedBy: string;
  /** The signer who adds them; none when the ladder does. */
  readonly at?: Signer;
}

/**
 * Asks more people. People who are asked already are not asked twice. `before` takes the adder's task back until they
 * agree; whoever comes after the adder comes after those added `after` too.
 */
export const addSigners = (
  step: Step,
  node: ApprovalNode,
  token: Token,
  people: readonly FoundPerson[],
  { place, addedBy, at }: Placement,
): void => {
  const round = roundOf(token);
  const fresh = people
    .filter((person, index) => people.findIndex((other) => other.personId === person.personId) === index)
    .filter(({ personId }) => !isAsked(round, personId))
    .map(({ personId, standsFor = null }): Signer => {
      const after = place === "after" && at ? [at.id] : [];
      return {
        id: `p${step.newKey()}`,
        personId,
        standsFor,
        status: "waiting",
        task: null,
        after,
        addedBy,
        returnsTo: null,
        weight: 0,
        insteadOf: place === "instead" && at ? at.id : null,
      };
    });
  if (fresh.length === 0) return;
  if (place === "before" && at) dismissSigner(step, at, "transferred");
  const ids = fresh.map((it) => it.id);
  const signers = round.signers.map((signer) => {
    if (place === "before" && signer.id === at?.id)
      return { ...signer, status: "waiting" as const, task: null, after: [...signer.after, ...ids] };
    return place === "after" && at && signer.after.includes(at.id)
      ? { ...signer, after: [...signer.after, ...ids] }
      : signer;
  });
  askWhoIsNext(step, node, token, { ...round, signers: [...signers, ...fresh] });
};
