import { z } from "zod";
import { peopleRuleSchema } from "./people.ts";

/**
 * Who may do what with a step beside those it is for. `intervene`: who, besides admins, may retry, skip or undo what went wrong
 * in it and give its work to somebody else. `evidence`: the roles that may read what was said, handed in and signed in it;
 * others see that it was decided and by whom. Left out, everybody who may read the case reads it.
 */
export const permissionsSchema = z
  .strictObject({
    intervene: z.array(peopleRuleSchema).min(1).max(20).optional().meta({ widget: "people" }),
    evidence: z.array(z.string().min(1).max(60)).min(1).max(20).optional().meta({ widget: "roles" }),
  })
  .optional()
  .meta({ section: "control" });
