import { z } from "zod";
import { keySchema } from "./ids.ts";
import { localTextSchema } from "./localText.ts";

/** A typed variable of a case: references and small values only; long lists live in Postgres. */
export const variableSchema = z.strictObject({
  key: keySchema,
  name: localTextSchema,
  type: z.enum(["text", "decimal", "integer", "boolean", "instant", "date", "person", "record", "list"]),
});
export type Variable = z.infer<typeof variableSchema>;
