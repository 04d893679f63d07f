import { z } from "zod";
import { onErrorOrGoOnSchema } from "../../definition/onError.ts";
import { stepBase } from "../../definition/step.ts";
import { spanSchema } from "../../definition/time.ts";

/** Holds its token for a span of time, or until the instant in a field. */
export const timerSchema = z.strictObject({
  ...stepBase,
  kind: z.literal("timer"),
  wait: z
    .discriminatedUnion("until", [
      z.strictObject({ until: z.literal("span"), span: spanSchema }),
      z.strictObject({ until: z.literal("field"), path: z.string().max(120) }),
    ])
    .meta({ section: "time", widget: "timerWait" }),
  onError: onErrorOrGoOnSchema,
});
export type TimerNode = z.infer<typeof timerSchema>;
