import { compile, type Plan, type ProcessDefinition, type RecordSchemas } from "@sluice/process";

/** A draft ready to be tried, or null while it is not whole enough to run: its problems say why. */
export const planFor = (definition: ProcessDefinition, schemas: RecordSchemas): Plan | null => {
  try {
    return compile(definition, schemas);
  } catch (cause) {
    if (cause instanceof Error) return null; // a draft in the making: what is wrong with it stands in its list of problems
    throw cause;
  }
};
