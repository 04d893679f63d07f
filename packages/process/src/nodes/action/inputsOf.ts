import type { BlockCall } from "../../definition/blockCall.ts";
import type { Node } from "../../definition/node.ts";
import { runExpression } from "../../kernel/evaluate.ts";
import type { Json } from "../../kernel/json.ts";
import type { Step } from "../../kernel/step.ts";

/** The step or stage that uses a block. */
export type Caller = Pick<Node, "id" | "name">;

/** What a block is given, as the record and the variables stand now. */
export const inputsOf = (step: Step, at: Caller, { inputs }: BlockCall): { readonly [name: string]: Json } =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [
      name,
      "value" in input ? (input.value as Json) : runExpression(step, input.expression, at.name.en),
    ]),
  );

/** Keeps what a block gave in the variables that ask for it. */
export const keepOutputs = (step: Step, { outputs }: BlockCall, output: { readonly [name: string]: Json }): void => {
  for (const [variable, name] of Object.entries(outputs)) step.setVariable(variable, output[name] ?? null);
};
