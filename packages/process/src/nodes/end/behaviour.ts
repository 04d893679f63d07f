import type { NodeBehaviour } from "../../kernel/behaviour.ts";
import { endToken } from "../../kernel/endToken.ts";
import { endCase } from "../../kernel/endCase.ts";

/** Ends this path. `terminate` and `error` end the case at once; otherwise it ends when its other paths have, with this outcome. */
export const end: NodeBehaviour<"end"> = {
  enter: (step, node, token) => {
    endToken(step, token, "done");
    const outcome = node.outcome ?? (node.mode === "error" ? "error" : null);
    if (node.mode !== "normal") return endCase(step, outcome);
    if (outcome !== null) step.state.outcome = outcome;
  },
};
