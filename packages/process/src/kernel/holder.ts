import { nodeIn, type Plan } from "./plan.ts";
import type { CaseState, Token } from "./state.ts";

export type Held = { readonly plan: Plan; readonly state: Pick<CaseState, "tokens" | "stage"> };

/** The work that holds the record in its stage: while it stands, no other move of the stage is open. */
export const holderOf = (step: Held): Token | undefined =>
  step.state.tokens.find((token) => {
    const node = nodeIn(step.plan, token.node);
    return "holdsRecord" in node && node.holdsRecord;
  });
