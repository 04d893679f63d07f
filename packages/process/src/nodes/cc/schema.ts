import { z } from "zod";
import { onErrorOrGoOnSchema } from "../../definition/onError.ts";
import { peopleRuleSchema } from "../../definition/people.ts";
import { stepBase } from "../../definition/step.ts";

/** A copy for people's information. Nobody waits for it; reading it leaves a receipt. */
export const ccSchema = z.strictObject({
  ...stepBase,
  kind: z.literal("cc"),
  who: z.array(peopleRuleSchema).min(1).max(20).meta({ section: "who", widget: "people" }),
  onError: onErrorOrGoOnSchema,
});
export type CcNode = z.infer<typeof ccSchema>;
