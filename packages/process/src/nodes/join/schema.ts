import { z } from "zod";
import { stepBase } from "../../definition/step.ts";

/** Brings parallel paths together: all that can still arrive, the first `count`, or the first (these cancel the rest). */
export const joinSchema = z.strictObject({
  ...stepBase,
  kind: z.literal("join"),
  wait: z
    .discriminatedUnion("for", [
      z.strictObject({ for: z.literal("all") }),
      z.strictObject({ for: z.literal("count"), count: z.int().min(1).max(100) }),
      z.strictObject({ for: z.literal("first") }),
    ])
    .default({ for: "all" })
    .meta({ section: "general", widget: "joinWait" }),
});
export type JoinNode = z.infer<typeof joinSchema>;
