import { z } from "zod";
import { formSchema } from "../../definition/form.ts";
import { keySchema } from "../../definition/ids.ts";
import { localTextSchema } from "../../definition/localText.ts";
import { onErrorSchema } from "../../definition/onError.ts";
import { onEmptySchema, peopleRuleSchema } from "../../definition/people.ts";
import { stepBase } from "../../definition/step.ts";
import { slaSchema } from "../../definition/time.ts";

export const outcomeSchema = z.strictObject({ key: keySchema, name: localTextSchema });

/** Work for people. One person does it: assigned when the rule finds one, else offered to all it finds until one claims it. */
export const taskSchema = z.strictObject({
  ...stepBase,
  kind: z.literal("task"),
  who: z.array(peopleRuleSchema).min(1).max(20).meta({ section: "who", widget: "people" }),
  onEmpty: onEmptySchema.default({ do: "admin" }).meta({ section: "who" }),
  form: formSchema.optional(),
  outcomes: z.array(outcomeSchema).max(10).default([]).meta({ section: "form", widget: "outcomes" }),
  comment: z.enum(["none", "optional", "required"]).default("optional").meta({ section: "form" }),
  /** While it stands, no other move of the stage is open. */
  holdsRecord: z.boolean().default(false).meta({ section: "control" }),
  sla: slaSchema.optional(),
  onError: onErrorSchema,
});
export type TaskNode = z.infer<typeof taskSchema>;
