import { problem } from "@sluice/problems";
import { nodeIn } from "../../kernel/plan.ts";
import { raiseIncident } from "../../kernel/raiseIncident.ts";
import { overcome } from "../../kernel/reaction.ts";
import type { Token } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";

/**
 * Lets the token stand at its step with an incident, as the step asks for when nobody is found, unless the step says what else
 * to do when it cannot be taken. A retry enters the step anew.
 */
export const nobodyToAsk = (step: Step, token: Token): void => {
  const cause = problem("NOBODY_FOUND", { node: nodeIn(step.plan, token.node).name.en });
  if (overcome(step, token, cause)) return;
  raiseIncident(step, { node: token.node, token: token.id, wait: null }, cause, { type: "factsChanged" });
};
