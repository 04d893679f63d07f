import { z } from "zod";
import { conditionSchema } from "../../definition/expression.ts";
import { keySchema } from "../../definition/ids.ts";
import { localTextSchema } from "../../definition/localText.ts";
import { onErrorSchema } from "../../definition/onError.ts";
import { stepBase } from "../../definition/step.ts";
import { spanSchema } from "../../definition/time.ts";

/** The first of several happenings wins; the others are forgotten. Each runner's key is an outcome that a wire leaves on. */
export const raceSchema = z.strictObject({
  ...stepBase,
  kind: z.literal("race"),
  runners: z
    .array(
      z.strictObject({
        key: keySchema,
        name: localTextSchema,
        on: z.discriminatedUnion("kind", [
          z.strictObject({ kind: z.literal("message"), message: z.string().min(1).max(80) }),
          z.strictObject({ kind: z.literal("timer"), after: spanSchema }),
          z.strictObject({ kind: z.literal("condition"), condition: conditionSchema }),
        ]),
      }),
    )
    .min(1)
    .max(10)
    .meta({ section: "general", widget: "runners" }),
  onError: onErrorSchema,
});
export type RaceNode = z.infer<typeof raceSchema>;
