import { problem, Refusal } from "@sluice/problems";
import { compile, type ProcessDefinition } from "@sluice/process";
import type { House } from "../house.ts";
import { schemasOf } from "./planOf.ts";

/** Answers how many errors stand against publishing a definition. */
export type CountErrors = (definition: ProcessDefinition) => Promise<number>;

/**
 * Lets a definition through that can be put in force: nothing stands against it, and it compiles. Outside of any transaction;
 * what is checked never changes.
 *
 * @problem DEFINITION_INVALID - errors stand against it
 */
export const assertPublishable = async (
  house: House,
  definition: ProcessDefinition,
  countErrors: CountErrors,
): Promise<void> => {
  const count = await countErrors(definition);
  if (count > 0) throw new Refusal([problem("DEFINITION_INVALID", { count })]);
  compile(definition, schemasOf(house));
};
