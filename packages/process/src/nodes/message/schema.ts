import { z } from "zod";
import { expressionSchema } from "../../definition/expression.ts";
import { onErrorSchema } from "../../definition/onError.ts";
import { stepBase } from "../../definition/step.ts";
import { spanSchema } from "../../definition/time.ts";

/** Waits for a message by name and key. Early ones are kept until consumed; past `giveUpAfter` the timeout wire is taken. */
export const messageSchema = z.strictObject({
  ...stepBase,
  kind: z.literal("message"),
  message: z.string().min(1).max(80).meta({ section: "general" }),
  key: expressionSchema.optional().meta({ section: "general" }),
  giveUpAfter: spanSchema.optional().meta({ section: "time" }),
  onError: onErrorSchema,
});
export type MessageNode = z.infer<typeof messageSchema>;
