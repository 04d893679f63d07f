import type { NodeBehaviour } from "../../kernel/behaviour.ts";
import { endToken } from "../../kernel/endToken.ts";
import { follow, wireHolds } from "../../kernel/flow.ts";
import { scopeOf } from "../../kernel/scopes.ts";
import type { Step } from "../../kernel/step.ts";
import type { ParallelNode } from "./schema.ts";

/** A split that runs inside itself more often than this is a circle. */
const NESTING_LIMIT = 5;

const runsAbove = (step: Step, node: ParallelNode, scopeId: string): number => {
  const scope = scopeOf(step, scopeId);
  return (scope.node === node.id ? 1 : 0) + (scope.parent === null ? 0 : runsAbove(step, node, scope.parent));
};

/** A split sends work along every unconditional wire and every wire whose condition holds, in a scope of its own; if none, the default. */
export const parallel: NodeBehaviour<"parallel"> = {
  enter: (step, node, token) => {
    const wires = step.plan.out.get(node.id) ?? [];
    const chosen = wires.filter((wire) => wire.on.kind === "next" || wireHolds(step, wire));
    const taken = chosen.length > 0 ? chosen : wires.filter((wire) => wire.on.kind === "default");
    if (taken.length === 0) return step.stop("NO_BRANCH", { node: node.name.en });
    if (runsAbove(step, node, token.scope) >= NESTING_LIMIT) return step.stop("PROCESS_LOOPS", { node: node.name.en });
    endToken(step, token);
    const fork = step.addScope({ parent: token.scope, kind: "fork", node: node.id });
    for (const wire of taken) follow(step, wire, fork.id);
  },
};
