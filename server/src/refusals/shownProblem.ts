import { z } from "zod";
import { json } from "../shape/json.ts";

/** Somebody who can clear a problem, as the reader would name them. */
const shownClearer = z.object({ label: z.string(), personId: z.string().optional(), role: z.string().optional() });

/** A problem in the reader's language, with what the reader may not see masked. */
export const shownProblem = z.object({
  code: z.string(),
  message: z.string(),
  rule: z.string().optional(),
  values: z.record(z.string(), json),
  whoCanClear: z.array(shownClearer),
  nextPossibleAt: z.string().optional(),
  start: z.string().optional(),
});
export type ShownProblem = z.infer<typeof shownProblem>;
