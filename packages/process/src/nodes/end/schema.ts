import { z } from "zod";
import { keySchema } from "../../definition/ids.ts";
import { stepBase } from "../../definition/step.ts";

/** Ends this path; `terminate` ends the whole case at once; `error` ends it as failed. In a side process it carries the outcome. */
export const endSchema = z.strictObject({
  ...stepBase,
  kind: z.literal("end"),
  mode: z.enum(["normal", "terminate", "error"]).default("normal").meta({ section: "general" }),
  outcome: keySchema.optional().meta({ section: "general" }),
});
export type EndNode = z.infer<typeof endSchema>;
