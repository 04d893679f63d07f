import { z } from "zod";
import { expressionSchema } from "./expression.ts";
import { inputNameSchema, keySchema } from "./ids.ts";

/** An input of a block: a literal, or an expression over the record, the variables and the case. */
const inputSchema = z.union([z.strictObject({ value: z.json() }), z.strictObject({ expression: expressionSchema })]);

/** Which block is run, what goes into it, and the variables that what comes out of it sets: variable ← name of the output. */
export const blockCallShape = {
  block: keySchema.meta({ section: "general", widget: "block" }),
  inputs: z.record(inputNameSchema, inputSchema).default({}).meta({ section: "inputs", widget: "blockInputs" }),
  outputs: z.record(keySchema, z.string().max(60)).default({}).meta({ section: "outputs", widget: "blockOutputs" }),
} as const;

/** What a stage does as it is entered or left: an inner block, written in the very step. Only a step of its own can wait for an outer one. */
export const stageActionSchema = z.strictObject({
  ...blockCallShape,
  block: keySchema.meta({ widget: "innerBlock" }),
});

/** One use of a block, by a step or by a stage. */
export type BlockCall = z.infer<typeof stageActionSchema>;
