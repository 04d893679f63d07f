import { z } from "zod";
import { conditionSchema } from "./expression.ts";
import { formSchema } from "./form.ts";
import { elementIdSchema } from "./ids.ts";
import { localTextSchema } from "./localText.ts";
import { peopleRuleSchema } from "./people.ts";
import { spanSchema } from "./time.ts";

/** What opens a move: a person presses it, time passes, a condition comes true, or a message arrives. */
const moveTriggerSchema = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("person"), who: z.array(peopleRuleSchema).max(20).default([]) }),
  z.strictObject({ by: z.literal("timer"), after: spanSchema }),
  z.strictObject({ by: z.literal("timerAt"), path: z.string().max(120) }),
  z.strictObject({ by: z.literal("condition"), condition: conditionSchema }),
  z.strictObject({ by: z.literal("message"), message: z.string().min(1).max(80) }),
]);

/** A guard in the words of a person: what must hold, how to say it, and who can make it true. */
export const guardSettingsSchema = z.strictObject({
  condition: conditionSchema,
  sentence: localTextSchema,
  whoCanClear: z.array(peopleRuleSchema).max(10).default([]),
  /** The key of a process that clears it (offered as a button). */
  start: z.string().max(60).optional(),
});
export type GuardSettings = z.infer<typeof guardSettingsSchema>;

/**
 * A way out of a stage, open the whole time the record is in it. Drawn as a labelled port on the band's border.
 * A person's move with an empty `who` is open to everyone who may edit the record. A move to a step of the same stage
 * does not leave the stage.
 */
export const moveSchema = z.strictObject({
  id: elementIdSchema,
  name: localTextSchema,
  to: elementIdSchema,
  trigger: moveTriggerSchema,
  guard: guardSettingsSchema.optional(),
  form: formSchema.optional(),
  reason: z.enum(["none", "optional", "required"]).default("none"),
  tone: z.enum(["primary", "plain", "danger"]).default("plain"),
});
export type Move = z.infer<typeof moveSchema>;
