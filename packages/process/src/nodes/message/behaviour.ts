import type { NodeBehaviour } from "../../kernel/behaviour.ts";
import { runExpression } from "../../kernel/evaluate.ts";
import { leave } from "../../kernel/flow.ts";
import { jsonText } from "../../kernel/jsonText.ts";
import type { Step } from "../../kernel/step.ts";
import type { MessageNode } from "./schema.ts";

const keyOf = (step: Step, node: MessageNode): string | null =>
  node.key ? jsonText(runExpression(step, node.key, node.name.en)) : null;

/** Takes a message that came early out of those kept; true when there was one. */
export const takeKept = (step: Step, message: string, key: string | null): boolean => {
  const kept = step.state.messages.find((it) => it.message === message && (key === null || it.key === key));
  if (!kept) return false;
  step.state.messages = step.state.messages.filter((it) => it.id !== kept.id);
  step.setVariable(message, kept.payload);
  return true;
};

/** Waits for a message, or takes one that came early. What it carried is kept as a variable of the message's name. */
export const message: NodeBehaviour<"message"> = {
  enter: (step, node, token) => {
    const key = keyOf(step, node);
    if (takeKept(step, node.message, key)) return leave(step, token);
    const base = { token: token.id, node: node.id };
    step.addWait({ ...base, id: step.newKey(), slot: "", kind: "message", message: node.message, key });
    if (!node.giveUpAfter) return;
    const [dueAt] = step.look([{ fact: "dueAt", from: step.event.at, span: node.giveUpAfter }]);
    step.addWait({ ...base, id: step.newKey(), slot: "giveUp", kind: "timer", dueAt: dueAt as string });
  },
  arrive: (step, node, token, _wait, arrived) => {
    if (arrived.kind === "message") step.setVariable(node.message, arrived.payload);
    leave(step, token, arrived.kind === "timer" ? { by: "timeout" } : { by: "next" });
  },
};
