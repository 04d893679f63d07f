import { z } from "zod";

/** As many characters as an expression may have. */
export const LONGEST_EXPRESSION = 2_000;

/** A CEL expression in text form. Bounded here in length, in the expression package in size and depth. */
export const expressionSchema = z.string().min(1).max(LONGEST_EXPRESSION).meta({ widget: "expression" });

/** A condition: an expression that must be true, or a rule of the domain by its key (`quote.costSigned`). */
export const conditionSchema = z.union([
  z.strictObject({ when: expressionSchema }),
  z.strictObject({ rule: z.string().max(80).meta({ widget: "domainRule" }) }),
]);
export type Condition = z.infer<typeof conditionSchema>;
