import { z } from "zod";
import { controlSchema } from "./control.ts";
import { edgeSchema } from "./edge.ts";
import { foreignSchema } from "./foreign.ts";
import { keySchema } from "./ids.ts";
import { localTextSchema } from "./localText.ts";
import { nodeSchema } from "./node.ts";
import { STORY_LIMITS, storySchema } from "./story.ts";
import { variableSchema } from "./variable.ts";

/** The format written today. Older ones are upgraded on read, newer ones refused. */
export const DEFINITION_FORMAT = 2;

/** The most that a definition may hold; parsing and checking are bounded by it. */
export const DEFINITION_LIMITS = { nodes: 1_000, edges: 3_000 } as const;

/**
 * A process as admins draw it: one JSON graph that is drawn, published, run, simulated and proved.
 *
 * A `lifeCycle` process owns the stage of its record type (in one department, or in the whole firm); a `side` process has
 * cases of its own beside it.
 */
export const processDefinitionSchema = z.strictObject({
  format: z.literal(DEFINITION_FORMAT),
  key: keySchema,
  name: localTextSchema,
  description: localTextSchema.optional(),
  kind: z.enum(["lifeCycle", "side"]),
  recordType: keySchema,
  departmentId: z.uuid().optional(),
  variables: z.array(variableSchema).max(200).default([]),
  nodes: z.array(nodeSchema).min(1).max(DEFINITION_LIMITS.nodes),
  edges: z.array(edgeSchema).max(DEFINITION_LIMITS.edges),
  /** What must hold on every path; left out by processes that promise nothing. */
  controls: z.array(controlSchema).max(50).optional(),
  /** Cases as they should go; played before it is published. */
  stories: z.array(storySchema).max(STORY_LIMITS.stories).optional(),
  /** What other tools' files held besides; written back into theirs. */
  foreign: foreignSchema.optional(),
});
export type ProcessDefinition = z.infer<typeof processDefinitionSchema>;

/** A definition as people and templates write it: settings that have defaults may be left out. */
export type ProcessDefinitionInput = z.input<typeof processDefinitionSchema>;
