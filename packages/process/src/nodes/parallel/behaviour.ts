import type { NodeBehaviour } from "../../kernel/behaviour.ts";
import { endToken } from "../../kernel/endToken.ts";
import { follow, wireHolds } from "../../kernel/flow.ts";

/** A split sends work along every unconditional wire and every wire whose condition holds, in a scope of its own; if none, the default. */
export const parallel: NodeBehaviour<"parallel"> = {
  enter: (step, node, token) => {
    const wires = step.plan.out.get(node.id) ?? [];
    const chosen = wires.filter((wire) => wire.on.kind === "next" || wireHolds(step, wire));
    const taken = chosen.length > 0 ? chosen : wires.filter((wire) => wire.on.kind === "default");
    if (taken.length === 0) return step.stop("NO_BRANCH", { node: node.name.en });
    endToken(step, token);
    const fork = step.addScope({ parent: token.scope, kind: "fork", node: node.id });
    for (const wire of taken) follow(step, wire, fork.id);
  },
};
