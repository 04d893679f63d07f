import { blocks } from "../../blocks/index.ts";
import { runExpression } from "../../kernel/evaluate.ts";
import type { Json } from "../../kernel/json.ts";
import type { Step } from "../../kernel/step.ts";
import type { ActionNode } from "./schema.ts";

/** What a block of this step is given, as the record and the variables stand now. */
export const inputsOf = (step: Step, node: ActionNode): { readonly [name: string]: Json } =>
  Object.fromEntries(
    Object.entries(node.inputs).map(([name, input]) => [
      name,
      "value" in input ? (input.value as Json) : runExpression(step, input.expression, node.name.en),
    ]),
  );

/** Whether a person is asked when nobody knows what came of an attempt: as the step says, else as its block. */
export const onUnknownOf = (node: ActionNode): "repeat" | "ask" =>
  node.onUnknown ?? blocks[node.block]?.onUnknown ?? "repeat";

/** Wants the outer effect of a step, under a key that stays its own over all tries. */
export const wantEffect = (step: Step, node: ActionNode, key: string): void => {
  step.wanted.push({
    key,
    node: node.id,
    block: node.block,
    input: inputsOf(step, node),
    onUnknown: onUnknownOf(node),
    undoes: null,
  });
};
