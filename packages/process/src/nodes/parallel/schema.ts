import { z } from "zod";
import { stepBase } from "../../definition/step.ts";

/** Several paths at once: every wire without a condition, and every wire whose condition holds. */
export const parallelSchema = z.strictObject({ ...stepBase, kind: z.literal("parallel") });
export type ParallelNode = z.infer<typeof parallelSchema>;
