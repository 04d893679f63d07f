import { z } from "zod";
import { liveFilter } from "../processes/processShapes.ts";
import { shownProblem } from "../refusals/shownProblem.ts";
import { command } from "../shape/command.ts";

const key = z.string().min(1).max(60);

const deed = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("move"), move: key }),
  z.strictObject({ do: z.enum(["retry", "skip", "suspend", "resume", "cancel"]) }),
  z.strictObject({ do: z.literal("reassign"), to: z.uuid() }),
]);

/** What earlier releases could do, too. */
const pastDeed = z.object({ do: z.literal("migrate"), to: z.int() });

const target = z.strictObject({ node: key.optional(), filter: liveFilter.default({}) });

export const countInput = z.strictObject({ process: key, target });
export type BulkCountInput = z.infer<typeof countInput>;

export const startBulkInput = command.extend({
  process: key,
  target,
  act: deed,
  reason: z.string().min(1).max(2_000),
});
export type StartBulkInput = z.infer<typeof startBulkInput>;

export const onBulk = command.extend({ id: z.uuid() });

export const bulkView = z.object({
  id: z.string(),
  process: z.string(),
  act: z.union([deed, pastDeed]),
  reason: z.string(),
  status: z.enum(["running", "done", "cancelled"]),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  done: z.number(),
  refused: z.number(),
  left: z.number(),
  refusals: z.array(z.object({ caseId: z.string(), title: z.string(), problems: z.array(shownProblem) })),
});
export type BulkView = z.infer<typeof bulkView>;
