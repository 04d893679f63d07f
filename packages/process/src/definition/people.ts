import { z } from "zod";
import { expressionSchema, LONGEST_EXPRESSION } from "./expression.ts";

const level = z.int().min(1).max(10);

/** Whose department or manager is meant. */
const anchorSchema = z.enum(["initiator", "owner", "previous"]).default("initiator");

/** The rules that the firm's directory answers by itself. */
const directRules = [
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
  /** Who covers the territory in a field, all or those of one post; where nobody does, who covers the one above it. */
  z.strictObject({ by: z.literal("territory"), path: z.string().max(120), post: z.string().max(60).optional() }),
  z.strictObject({ by: z.literal("initiator") }),
  z.strictObject({ by: z.literal("initiatorPicks"), role: z.string().max(60).optional() }),
  z.strictObject({ by: z.literal("previousPicks"), role: z.string().max(60).optional() }),
  z.strictObject({ by: z.literal("owner") }),
] as const;

const expressionRule = z.strictObject({
  by: z.literal("expression"),
  expression: z.string().min(1).max(LONGEST_EXPRESSION),
});

/** Who it is, by a table: cells as in a branch's table, and in each row who is asked. */
const peopleTableSchema = z.strictObject({
  /** F: the first row that holds. C: everybody of every row that holds. */
  hit: z.enum(["F", "C"]),
  inputs: z
    .array(z.strictObject({ expression: expressionSchema }))
    .min(1)
    .max(10),
  rules: z
    .array(
      z.strictObject({
        tests: z.array(z.string().max(200)),
        who: z
          .array(z.discriminatedUnion("by", [...directRules, expressionRule]).meta({ widget: "peopleRule" }))
          .max(20),
      }),
    )
    .max(100),
});
export type PeopleTable = z.infer<typeof peopleTableSchema>;

/** What a table begins as when it is chosen: one column, and the owner for whatever is left. */
const anEmptyTable: PeopleTable = {
  hit: "F",
  inputs: [{ expression: "record.owner" }],
  rules: [{ tests: ["-"], who: [{ by: "owner" }] }],
};

/** A rule that finds people. Resolved from live data when its step is entered; the result is kept as evidence. */
export const peopleRuleSchema = z
  .discriminatedUnion("by", [
    ...directRules,
    expressionRule,
    z.strictObject({
      by: z.literal("table"),
      table: peopleTableSchema.default(anEmptyTable).meta({ widget: "peopleTable" }),
    }),
  ])
  .meta({ widget: "peopleRule" });
export type PeopleRule = z.infer<typeof peopleRuleSchema>;

/** A rule as the directory is asked it: what is worked out from the record has been worked out. */
export type DirectPeopleRule = Exclude<PeopleRule, { by: "expression" | "table" }>;

/** The rules and, for each table among them, the rules of its rows. */
export const rulesWithin = (rules: readonly PeopleRule[]): readonly PeopleRule[] =>
  rules.flatMap((rule) => (rule.by === "table" ? [rule, ...rule.table.rules.flatMap((row) => row.who)] : [rule]));

/** Every expression that rules ask, as text. */
export const expressionsOfRules = (rules: readonly PeopleRule[]): readonly string[] =>
  rulesWithin(rules).flatMap((rule) => {
    if (rule.by === "table") return rule.table.inputs.map((input) => input.expression);
    return rule.by === "expression" ? [rule.expression] : [];
  });

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
