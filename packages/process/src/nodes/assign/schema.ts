import { z } from "zod";
import { onErrorOrGoOnSchema } from "../../definition/onError.ts";
import { peopleRuleSchema } from "../../definition/people.ts";
import { stepBase } from "../../definition/step.ts";

/** Gives the record an owner by a distribution strategy over the people its rules find. */
export const assignSchema = z.strictObject({
  ...stepBase,
  kind: z.literal("assign"),
  who: z.array(peopleRuleSchema).min(1).max(20).meta({ section: "who", widget: "people" }),
  strategy: z.enum(["roundRobin", "leastBusy"]).default("roundRobin").meta({ section: "who" }),
  onError: onErrorOrGoOnSchema,
});
export type AssignNode = z.infer<typeof assignSchema>;
