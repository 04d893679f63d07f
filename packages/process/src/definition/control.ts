import { z } from "zod";
import { expressionSchema } from "./expression.ts";
import { elementIdSchema } from "./ids.ts";
import { spanSchema } from "./time.ts";

/** A moment in the life of a case: a milestone reached, a stage entered, or a step done (with one of its outcomes). */
export const pointSchema = z
  .discriminatedUnion("at", [
    z.strictObject({ at: z.literal("milestone"), milestone: z.string().min(1).max(80) }),
    z.strictObject({ at: z.literal("stage"), stage: elementIdSchema }),
    z.strictObject({ at: z.literal("step"), step: elementIdSchema, outcome: z.string().min(1).max(60).optional() }),
  ])
  .meta({ widget: "point" });
export type Point = z.infer<typeof pointSchema>;

/** Several moments, of which one is enough. */
const pointsSchema = z.array(pointSchema).min(1).max(10);

/** Somebody's act: what they did at a point, or that the case was begun by them. */
export const actSchema = z
  .union([pointSchema, z.strictObject({ at: z.literal("initiator") })])
  .meta({ widget: "point" });
export type Act = z.infer<typeof actSchema>;

/**
 * A sentence that must hold on every path of a process: proved when it is published, and held to by the door at run time.
 *
 * - `neverBefore`: `point` never before one of `before`
 * - `followedBy`: `point` is always followed by one of `by`, `within` that time
 * - `atMostOnce`: `point` at most once
 * - `notSamePerson`: `point` and `other` never by the same person
 * - `passes`: where `when` holds at `before`, the case has passed `through` by then
 */
export const controlSchema = z.discriminatedUnion("must", [
  z.strictObject({ id: elementIdSchema, must: z.literal("neverBefore"), point: pointSchema, before: pointsSchema }),
  z.strictObject({
    id: elementIdSchema,
    must: z.literal("followedBy"),
    point: pointSchema,
    by: pointsSchema,
    within: spanSchema.optional(),
  }),
  z.strictObject({ id: elementIdSchema, must: z.literal("atMostOnce"), point: pointSchema }),
  z.strictObject({ id: elementIdSchema, must: z.literal("notSamePerson"), point: actSchema, other: pointSchema }),
  z.strictObject({
    id: elementIdSchema,
    must: z.literal("passes"),
    when: expressionSchema,
    through: pointSchema,
    before: pointSchema,
  }),
]);
export type Control = z.infer<typeof controlSchema>;
