import { z } from "zod";
import { peopleRuleSchema } from "./people.ts";

/** A span of time. `working` counts the working calendar of whoever is concerned, `elapsed` the clock on the wall. */
export const spanSchema = z.strictObject({
  amount: z.int().min(1).max(10_000),
  unit: z.enum(["second", "minute", "hour", "day", "week"]),
  calendar: z.enum(["working", "elapsed"]).default("working"),
});
export type Span = z.infer<typeof spanSchema>;

/** What happens when people are late: one rung of a ladder, `after` counted from when the step was entered. */
export const rungSchema = z.strictObject({
  after: spanSchema,
  action: z.discriminatedUnion("do", [
    z.strictObject({ do: z.literal("remind") }),
    z.strictObject({ do: z.literal("manager"), level: z.int().min(1).max(10) }),
    z.strictObject({ do: z.literal("addSigner"), who: z.array(peopleRuleSchema).min(1) }),
    z.strictObject({ do: z.literal("approve") }),
    z.strictObject({ do: z.literal("reject") }),
    z.strictObject({ do: z.literal("branch") }),
  ]),
});
export type Rung = z.infer<typeof rungSchema>;

/** The time rules of a human step: when it is due and the ladder climbed when it is not done. */
export const slaSchema = z
  .strictObject({ due: spanSchema, ladder: z.array(rungSchema).max(20).default([]) })
  .meta({ section: "time", widget: "sla" });
export type Sla = z.infer<typeof slaSchema>;
