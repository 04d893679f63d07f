import { z } from "zod";
import { guardSettingsSchema } from "../../definition/move.ts";
import { onErrorSchema } from "../../definition/onError.ts";
import { stepBase } from "../../definition/step.ts";

/** A gate: `deny` refuses the move that arrives, with the reason; `hold` keeps the record waiting until the condition is true. */
export const guardSchema = z.strictObject({
  ...stepBase,
  kind: z.literal("guard"),
  mode: z.enum(["deny", "hold"]).meta({ section: "general" }),
  guard: guardSettingsSchema.meta({ section: "rule", widget: "guard" }),
  /** While it stands, no other move of the stage is open. */
  holdsRecord: z.boolean().default(false).meta({ section: "control" }),
  onError: onErrorSchema,
});
export type GuardNode = z.infer<typeof guardSchema>;
