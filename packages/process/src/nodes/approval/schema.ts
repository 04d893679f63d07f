import { z } from "zod";
import { formSchema } from "../../definition/form.ts";
import { onErrorSchema } from "../../definition/onError.ts";
import { onEmptySchema, peopleRuleSchema } from "../../definition/people.ts";
import { stepBase } from "../../definition/step.ts";
import { slaSchema } from "../../definition/time.ts";

const commentNeed = z.enum(["none", "optional", "required"]);

/** Whether a verdict must come with something. */
const perVerdict = z
  .strictObject({
    approve: z.boolean().default(false),
    reject: z.boolean().default(false),
    sendBack: z.boolean().default(false),
  })
  .default({ approve: false, reject: false, sendBack: false });

/** Who must agree, how votes are counted, and what the verdicts lead to. Outcomes: approved, rejected, withdrawn. */
export const approvalSchema = z.strictObject({
  ...stepBase,
  kind: z.literal("approval"),
  who: z.array(peopleRuleSchema).min(1).max(20).meta({ section: "who", widget: "people" }),
  mode: z
    .discriminatedUnion("by", [
      z.strictObject({ by: z.literal("any"), rejectNeedsAll: z.boolean().default(false) }),
      z.strictObject({ by: z.literal("all") }),
      z.strictObject({ by: z.literal("sequential") }),
      z.strictObject({
        by: z.literal("quorum"),
        count: z.int().min(1).max(100).optional(),
        share: z.int().min(1).max(100).optional(),
      }),
      z.strictObject({
        by: z.literal("weighted"),
        share: z.int().min(1).max(100),
        weights: z.record(z.string(), z.int().min(0).max(1_000)),
      }),
    ])
    .meta({ section: "who", widget: "approvalMode" }),
  onEmpty: onEmptySchema.meta({ section: "who" }),
  onSelf: z.enum(["allow", "skip", "manager", "departmentHead"]).default("manager").meta({ section: "who" }),
  noSelfEver: z.boolean().default(false).meta({ section: "who" }),
  dedup: z.enum(["none", "once", "consecutive"]).default("none").meta({ section: "who" }),
  watchedFields: z.array(z.string().max(120)).max(50).default([]).meta({ section: "who", widget: "fields" }),
  form: formSchema.optional(),
  comment: z
    .strictObject({
      approve: commentNeed.default("optional"),
      reject: commentNeed.default("required"),
      sendBack: commentNeed.default("required"),
    })
    .default({ approve: "optional", reject: "required", sendBack: "required" })
    .meta({ section: "form" }),
  attachment: perVerdict.meta({ section: "form" }),
  signature: perVerdict.meta({ section: "form" }),
  sendBack: z
    .strictObject({
      to: z.enum(["initiator", "previous", "visited"]).default("initiator"),
      then: z.enum(["rerun", "straightBack"]).default("rerun"),
      people: z.enum(["resolve", "sameAsLastRound"]).default("resolve"),
      maxRounds: z.int().min(1).max(100).default(10),
    })
    .optional()
    .meta({ section: "sendBack" }),
  withdraw: z.enum(["never", "beforeFirstDecision", "anyTime"]).default("anyTime").meta({ section: "sendBack" }),
  lockRecord: z.boolean().default(false).meta({ section: "form" }),
  lockExcept: z.array(z.string().max(120)).max(50).default([]).meta({ section: "form", widget: "fields" }),
  /** While it stands, no other move of the stage is open. */
  holdsRecord: z.boolean().default(false).meta({ section: "control" }),
  sla: slaSchema.optional(),
  onError: onErrorSchema,
});
export type ApprovalNode = z.infer<typeof approvalSchema>;
