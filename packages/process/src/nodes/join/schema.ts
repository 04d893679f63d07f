import { z } from "zod";
import { stepBase } from "../../definition/step.ts";

/**
 * Brings parallel paths together: all that can still arrive, `count` of them, or the first, which cancels the rest. Past the
 * count the others go on and end here without starting anything anew, unless they are cancelled too.
 */
export const joinSchema = z.strictObject({
  ...stepBase,
  kind: z.literal("join"),
  wait: z
    .discriminatedUnion("for", [
      z.strictObject({ for: z.literal("all") }),
      z.strictObject({
        for: z.literal("count"),
        count: z.int().min(1).max(100),
        rest: z.enum(["goOn", "cancel"]).default("goOn"),
      }),
      z.strictObject({ for: z.literal("first") }),
    ])
    .default({ for: "all" })
    .meta({ section: "general", widget: "joinWait" }),
});
export type JoinNode = z.infer<typeof joinSchema>;
