import { z } from "zod";

/** What a step's form shows of the record, field by field. Fields not named are readable. */
export const formFieldSchema = z.strictObject({
  path: z.string().min(1).max(120),
  access: z.enum(["hidden", "read", "edit", "required"]),
});
export const formSchema = z.array(formFieldSchema).max(100).meta({ section: "form", widget: "form" });
export type FormField = z.infer<typeof formFieldSchema>;
