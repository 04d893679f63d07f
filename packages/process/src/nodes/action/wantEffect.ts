import { blocks } from "../../blocks/index.ts";
import type { Step } from "../../kernel/step.ts";
import { inputsOf } from "./inputsOf.ts";
import type { ActionNode } from "./schema.ts";

/** Whether a person is asked when nobody knows what came of an attempt: as the step says, else as its block. */
export const onUnknownOf = (node: ActionNode): "repeat" | "ask" =>
  node.onUnknown ?? blocks[node.block]?.onUnknown ?? "repeat";

/** Wants the outer effect of a step, under a key that stays its own over all tries. */
export const wantEffect = (step: Step, node: ActionNode, key: string): void => {
  step.wanted.push({
    key,
    node: node.id,
    block: node.block,
    input: inputsOf(step, node, node),
    onUnknown: onUnknownOf(node),
    undoes: null,
  });
};
