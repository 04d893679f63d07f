import { z } from "zod";
import { stageActionSchema } from "../../definition/blockCall.ts";
import { elementIdSchema, keySchema } from "../../definition/ids.ts";
import { moveSchema } from "../../definition/move.ts";
import { peopleRuleSchema } from "../../definition/people.ts";
import { stepBase } from "../../definition/step.ts";
import { spanSchema } from "../../definition/time.ts";

const { stage: _stage, ...base } = stepBase;

/**
 * A status of the record: a band on the canvas, a scope in the kernel, a column on boards.
 *
 * `key` is what boards and filters hold on to over versions. `entry` is the step a record takes when a wire or move ends at the
 * band's border; without one it rests. A stage with `final` ends the case when its steps have run to rest.
 */
export const stageSchema = z.strictObject({
  ...base,
  kind: z.literal("stage"),
  key: keySchema.meta({ section: "general" }),
  order: z.int().min(0).max(200).meta({ widget: "hidden" }),
  entry: elementIdSchema.optional().meta({ section: "general", widget: "stepOfStage" }),
  final: z.enum(["won", "lost", "done", "void"]).optional().meta({ section: "general" }),
  probability: z.int().min(0).max(100).optional().meta({ section: "general", widget: "percent" }),
  /** Who answers for a record while it is here; without a rule, its owner. It stays whose it is. */
  owner: z.array(peopleRuleSchema).max(20).optional().meta({ section: "who", widget: "people" }),
  /** How long a record may be here, counted from when it came: past it the stay is late and whoever answers is told, once. */
  ageLimit: z
    .strictObject({ after: spanSchema, warnAfter: spanSchema.optional() })
    .optional()
    .meta({ section: "time" }),
  requiredToEnter: z.array(z.string().max(120)).max(50).default([]).meta({ section: "fields", widget: "fields" }),
  requiredToLeave: z.array(z.string().max(120)).max(50).default([]).meta({ section: "fields", widget: "fields" }),
  /** Recorded when the stage is entered; control points speak of it (`quote.sent`). */
  milestone: z.string().max(80).optional().meta({ section: "control", widget: "milestone" }),
  /** Done in the step's own transaction: after what must be filled, before the first step; and as the last thing before it is left. */
  entryActions: z.array(stageActionSchema).max(10).default([]).meta({ section: "actions" }),
  exitActions: z.array(stageActionSchema).max(10).default([]).meta({ section: "actions" }),
  onLeave: z.enum(["cancel", "forbid"]).default("cancel").meta({ section: "control" }),
  moves: z.array(moveSchema).max(30).default([]).meta({ section: "moves", widget: "moves" }),
});
export type StageNode = z.infer<typeof stageSchema>;
