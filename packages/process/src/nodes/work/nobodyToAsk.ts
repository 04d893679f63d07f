import { problem } from "@sluice/problems";
import { nodeIn } from "../../kernel/plan.ts";
import { raiseIncident } from "../../kernel/raiseIncident.ts";
import type { Token } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";

/** Lets the token stand at its step with an incident, as the step asks for when nobody is found. A retry enters the step anew. */
export const nobodyToAsk = (step: Step, token: Token): void =>
  raiseIncident(
    step,
    { node: token.node, token: token.id, wait: null },
    problem("NOBODY_FOUND", { node: nodeIn(step.plan, token.node).name.en }),
    { type: "factsChanged" },
  );
