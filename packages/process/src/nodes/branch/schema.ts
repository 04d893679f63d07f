import { z } from "zod";
import { expressionSchema } from "../../definition/expression.ts";
import { keySchema } from "../../definition/ids.ts";
import { onErrorSchema } from "../../definition/onError.ts";
import { stepBase } from "../../definition/step.ts";

/** Rows of a decision table. A cell is a unary test (`-`, `=`, `<`, ranges, lists, `not`); an output is a literal. */
const tableSchema = z.strictObject({
  hit: z.enum(["U", "F", "P", "C", "C+"]),
  inputs: z
    .array(z.strictObject({ expression: expressionSchema }))
    .min(1)
    .max(20),
  outputs: z
    .array(
      z.strictObject({
        variable: keySchema,
        /** What it may answer, the most important first: what hit policy P goes by. */
        values: z.array(z.string().max(200)).max(100).optional(),
      }),
    )
    .min(1)
    .max(20),
  rules: z
    .array(z.strictObject({ tests: z.array(z.string().max(200)), results: z.array(z.string().max(200)) }))
    .max(500),
});

/** One way out of several: its `when` wires in order, else the default. A decision table first sets variables they can ask. */
export const branchSchema = z.strictObject({
  ...stepBase,
  kind: z.literal("branch"),
  table: tableSchema.optional().meta({ section: "rule", widget: "decisionTable" }),
  onError: onErrorSchema,
});
export type BranchNode = z.infer<typeof branchSchema>;
export type DecisionTable = z.infer<typeof tableSchema>;
