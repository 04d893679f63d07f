import { z } from "zod";
import { onErrorSchema } from "../../definition/onError.ts";
import { stepBase } from "../../definition/step.ts";

/**
 * Several paths at once: every wire without a condition, and every wire whose condition holds. `oneAtATime` offers the tasks of
 * all of them, and lets one be worked on at a time, in whatever order people take them.
 */
export const parallelSchema = z.strictObject({
  ...stepBase,
  kind: z.literal("parallel"),
  run: z.enum(["together", "oneAtATime"]).default("together").meta({ section: "general" }),
  onError: onErrorSchema,
});
export type ParallelNode = z.infer<typeof parallelSchema>;
