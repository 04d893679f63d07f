import type { NodeBehaviour } from "../../kernel/behaviour.ts";
import { endToken } from "../../kernel/endToken.ts";
import { follow, wireHolds } from "../../kernel/flow.ts";
import { decide } from "./decide.ts";

/** A branch takes the first of its wires whose condition holds, in their order, else the default. None of them: the step is given up. */
export const branch: NodeBehaviour<"branch"> = {
  enter: (step, node, token) => {
    if (node.table)
      for (const [variable, value] of Object.entries(decide(step, node, node.table))) step.setVariable(variable, value);
    const wires = step.plan.out.get(node.id) ?? [];
    const taken =
      wires.find((wire) => wireHolds(step, wire)) ??
      wires.find((wire) => wire.on.kind === "default" || wire.on.kind === "next");
    if (!taken) return step.stop("NO_BRANCH", { node: node.name.en });
    endToken(step, token);
    follow(step, taken, token.scope);
  },
};
