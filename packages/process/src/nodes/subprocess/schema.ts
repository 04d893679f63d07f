import { z } from "zod";
import { expressionSchema } from "../../definition/expression.ts";
import { keySchema } from "../../definition/ids.ts";
import { onErrorOrGoOnSchema } from "../../definition/onError.ts";
import { stepBase } from "../../definition/step.ts";

const variableMap = z.record(keySchema, keySchema).default({});

/** Runs another process: once, or once for each item of a list (frozen on entry, results in its order). */
export const subprocessSchema = z.strictObject({
  ...stepBase,
  kind: z.literal("subprocess"),
  process: keySchema.meta({ section: "general", widget: "process" }),
  version: z
    .union([z.literal("latest"), z.int().min(1)])
    .default("latest")
    .meta({ section: "general" }),
  each: expressionSchema.optional().meta({ section: "list" }),
  run: z.enum(["parallel", "serial"]).default("parallel").meta({ section: "list" }),
  /** The message that adds an item while others still run; what it carries is the item. */
  more: z.string().min(1).max(80).optional().meta({ section: "list" }),
  wait: z.boolean().default(true).meta({ section: "general" }),
  /** Variable there ← variable here, as it stands when the child is opened; one that is not set is not handed over. */
  handOver: variableMap.meta({ section: "inputs" }),
  /** Variable here ← variable there, as it stands when the child has ended; one that is not set there leaves the one here as it is. Over a list: what each child brought, in the list's order. */
  bringBack: variableMap.meta({ section: "outputs" }),
  /** Variable here ← the outcomes of the children, in the list's order. */
  outcomesTo: keySchema.optional().meta({ section: "outputs" }),
  onError: onErrorOrGoOnSchema,
});
export type SubprocessNode = z.infer<typeof subprocessSchema>;
