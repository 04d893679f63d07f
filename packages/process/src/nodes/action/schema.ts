import { z } from "zod";
import { blockCallShape } from "../../definition/blockCall.ts";
import { keySchema } from "../../definition/ids.ts";
import { onErrorOrGoOnSchema } from "../../definition/onError.ts";
import { stepBase } from "../../definition/step.ts";

/** One block: an inner one writes in the step's own transaction, an outer one is carried out after it by the carrier. */
export const actionSchema = z.strictObject({
  ...stepBase,
  kind: z.literal("action"),
  ...blockCallShape,
  /** Whether the path waits for the outcome of an outer block; otherwise it goes on at once, and a failure is an incident. */
  await: z.boolean().default(true).meta({ section: "general" }),
  onUnknown: z.enum(["repeat", "ask"]).optional().meta({ section: "failure" }),
  retries: z.int().min(0).max(20).default(5).meta({ section: "failure" }),
  /** The block that undoes this one when the case is cancelled or compensated. */
  compensateWith: keySchema.optional().meta({ section: "failure", widget: "block" }),
  onError: onErrorOrGoOnSchema,
});
export type ActionNode = z.infer<typeof actionSchema>;
