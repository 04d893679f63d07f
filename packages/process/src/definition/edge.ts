import { z } from "zod";
import { expressionSchema } from "./expression.ts";
import { elementIdSchema } from "./ids.ts";
import { localTextSchema } from "./localText.ts";

/** When an edge is taken. `when` edges are tried by `order`; `default` when none of them holds. */
export const edgeConditionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("next") }),
  z.strictObject({ kind: z.literal("outcome"), outcome: z.string().min(1).max(60) }),
  z.strictObject({ kind: z.literal("when"), when: expressionSchema, order: z.int().min(0).max(100) }),
  z.strictObject({ kind: z.literal("default") }),
  z.strictObject({ kind: z.literal("timeout") }),
  z.strictObject({ kind: z.literal("error") }),
  z.strictObject({ kind: z.literal("escalation") }),
]);
export type EdgeCondition = z.infer<typeof edgeConditionSchema>;

/** A wire from a step to a step, or to a stage (then it enters the stage). `maxVisits` bounds every wire that goes back. */
export const edgeSchema = z.strictObject({
  id: elementIdSchema,
  from: elementIdSchema,
  to: elementIdSchema,
  name: localTextSchema.optional(),
  on: edgeConditionSchema.default({ kind: "next" }),
  maxVisits: z.int().min(1).max(1_000).optional(),
});
export type Edge = z.infer<typeof edgeSchema>;
