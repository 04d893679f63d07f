import { z } from "zod";

const level = z.int().min(1).max(10);

/** Whose department or manager is meant. */
const anchorSchema = z.enum(["initiator", "owner", "previous"]).default("initiator");

/** A rule that finds people. Resolved from live data when its step is entered; the result is kept as evidence. */
export const peopleRuleSchema = z
  .discriminatedUnion("by", [
    z.strictObject({ by: z.literal("person"), personIds: z.array(z.uuid()).min(1).max(50) }),
    z.strictObject({ by: z.literal("role"), role: z.string().max(60) }),
    z.strictObject({ by: z.literal("post"), post: z.string().max(60) }),
    z.strictObject({ by: z.literal("departmentHead"), of: anchorSchema }),
    z.strictObject({ by: z.literal("departmentMembers"), of: anchorSchema }),
    z.strictObject({ by: z.literal("manager"), level: level.default(1), of: anchorSchema }),
    z.strictObject({
      by: z.literal("managersUpTo"),
      level: level.optional(),
      role: z.string().max(60).optional(),
      of: anchorSchema,
    }),
    z.strictObject({ by: z.literal("personInField"), path: z.string().max(120) }),
    z.strictObject({ by: z.literal("departmentHeadInField"), path: z.string().max(120) }),
    z.strictObject({ by: z.literal("initiator") }),
    z.strictObject({ by: z.literal("initiatorPicks"), role: z.string().max(60).optional() }),
    z.strictObject({ by: z.literal("previousPicks"), role: z.string().max(60).optional() }),
    z.strictObject({ by: z.literal("owner") }),
    z.strictObject({ by: z.literal("expression"), expression: z.string().min(1).max(2_000) }),
  ])
  .meta({ widget: "peopleRule" });
export type PeopleRule = z.infer<typeof peopleRuleSchema>;

/** What to do when a rule finds nobody. Mandatory on every step that needs people: there is no silent default. */
export const onEmptySchema = z
  .discriminatedUnion("do", [
    z.strictObject({ do: z.literal("pass") }),
    z.strictObject({ do: z.literal("refuse") }),
    z.strictObject({ do: z.literal("people"), personIds: z.array(z.uuid()).min(1).max(20) }),
    z.strictObject({ do: z.literal("admin") }),
    z.strictObject({ do: z.literal("incident") }),
  ])
  .meta({ widget: "onEmpty" });
export type OnEmpty = z.infer<typeof onEmptySchema>;
