import type { NodeBehaviour } from "../../kernel/behaviour.ts";
import { endCase } from "../../kernel/endCase.ts";
import { endToken } from "../../kernel/endToken.ts";
import { nodeOfKind } from "../../kernel/plan.ts";

/**
 * Ends this path. `terminate` and `error` end the case at once; otherwise it ends when its other paths have, with this outcome.
 * In a final stage the outcome is the stage's.
 */
export const end: NodeBehaviour<"end"> = {
  enter: (step, node, token) => {
    endToken(step, token, "done");
    const { final } = nodeOfKind(step.plan, node.stage, "stage");
    const outcome = final ?? node.outcome ?? (node.mode === "error" ? "error" : "done");
    if (node.mode !== "normal") return endCase(step, outcome);
    if (step.plan.definition.kind === "side") step.state.outcome = outcome;
  },
};
