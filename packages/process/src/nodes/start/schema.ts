import { z } from "zod";
import { expressionSchema } from "../../definition/expression.ts";
import { formSchema } from "../../definition/form.ts";
import { stepBase } from "../../definition/step.ts";

const { stage: _stage, ...outsideStages } = stepBase;

/**
 * What begins a case. Lies outside the stages. A schedule begins one for every record of the process's type where `when` holds;
 * a message or webhook for the record that it names. `concurrency` says what a second start for the same record does.
 */
export const startSchema = z.strictObject({
  ...outsideStages,
  kind: z.literal("start"),
  trigger: z
    .discriminatedUnion("on", [
      z.strictObject({ on: z.literal("manual"), form: formSchema.optional() }),
      z.strictObject({ on: z.literal("recordCreated"), when: expressionSchema.optional() }),
      z.strictObject({ on: z.literal("recordChanged"), when: expressionSchema }),
      z.strictObject({
        on: z.literal("schedule"),
        cron: z.string().max(60),
        zone: z.string().max(60),
        when: expressionSchema.optional(),
      }),
      z.strictObject({ on: z.literal("message"), message: z.string().max(80) }),
      z.strictObject({ on: z.literal("webhook"), hook: z.string().max(80) }),
    ])
    .meta({ section: "general", widget: "trigger" }),
  concurrency: z.enum(["skip", "queue", "replace", "parallel"]).default("skip").meta({ section: "general" }),
});
export type StartNode = z.infer<typeof startSchema>;
