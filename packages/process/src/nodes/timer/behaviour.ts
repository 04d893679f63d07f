import type { NodeBehaviour } from "../../kernel/behaviour.ts";
import { leave } from "../../kernel/flow.ts";
import { instantInField } from "../../kernel/instantInField.ts";
import type { Step } from "../../kernel/step.ts";
import type { TimerNode } from "./schema.ts";

const dueAtOf = (step: Step, node: TimerNode): string | null => {
  if (node.wait.until === "field") return instantInField(step, node.wait.path);
  return step.look([{ fact: "dueAt", from: step.event.at, span: node.wait.span }])[0] as string;
};

/** A timer holds its token until its time has come. An empty field holds nobody: there is nothing to wait for. */
export const timer: NodeBehaviour<"timer"> = {
  enter: (step, node, token) => {
    const dueAt = dueAtOf(step, node);
    if (dueAt === null || dueAt <= step.event.at) return leave(step, token);
    step.addWait({ id: step.newKey(), token: token.id, node: node.id, slot: "", kind: "timer", dueAt });
  },
  arrive: (step, _node, token) => leave(step, token),
};
