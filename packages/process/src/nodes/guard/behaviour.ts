import type { NodeBehaviour } from "../../kernel/behaviour.ts";
import { holds, problemsOfGuard } from "../../kernel/condition.ts";
import { leave } from "../../kernel/flow.ts";

/** A guard lets through while its condition holds; otherwise it refuses the step that arrives, or holds the token until it does. */
export const guard: NodeBehaviour<"guard"> = {
  enter: (step, node, token) => {
    if (node.mode === "deny") {
      const problems = problemsOfGuard(step, node.guard, node.name.en);
      step.sawHold(node.id, problems.length === 0);
      if (problems.length > 0) step.refuse(problems);
      return leave(step, token);
    }
    const isOpen = holds(step, node.guard.condition, node.name.en);
    step.sawHold(node.id, isOpen);
    if (isOpen) return leave(step, token);
    step.addWait({ id: step.newKey(), token: token.id, node: node.id, slot: "", kind: "condition", held: false });
  },
  arrive: (step, _node, token) => leave(step, token),
};
