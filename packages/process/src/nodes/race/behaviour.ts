import type { NodeBehaviour } from "../../kernel/behaviour.ts";
import { holds } from "../../kernel/condition.ts";
import { leave } from "../../kernel/flow.ts";
import { takeKept } from "../message/behaviour.ts";

/** The first happening wins; leaving forgets the others. A condition that holds already, or a kept message, wins at once. */
export const race: NodeBehaviour<"race"> = {
  enter: (step, node, token) => {
    for (const runner of node.runners) {
      const base = { id: step.newKey(), token: token.id, node: node.id, slot: runner.key };
      switch (runner.on.kind) {
        case "message":
          if (takeKept(step, runner.on.message, null))
            return leave(step, token, { by: "outcome", outcome: runner.key });
          step.addWait({ ...base, kind: "message", message: runner.on.message, key: null });
          break;
        case "timer": {
          const [dueAt] = step.look([{ fact: "dueAt", from: step.event.at, span: runner.on.after }]);
          step.addWait({ ...base, kind: "timer", dueAt: dueAt as string });
          break;
        }
        case "condition":
          if (holds(step, runner.on.condition, node.name.en))
            return leave(step, token, { by: "outcome", outcome: runner.key });
          step.addWait({ ...base, kind: "condition", held: false });
          break;
      }
    }
  },
  arrive: (step, _node, token, wait, arrived) => {
    if (arrived.kind === "message" && wait.kind === "message") step.setVariable(wait.message, arrived.payload);
    leave(step, token, { by: "outcome", outcome: wait.slot });
  },
};
