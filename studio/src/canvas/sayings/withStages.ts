import type { RecordSchema } from "@sluice/domain";
import type { ProcessDefinition } from "@sluice/process";

/**
 * The schema of a record whose stage goes by its name: one of those of its life cycle, kept by its key. As it is where the
 * record has no stage or no life cycle.
 */
export const withStages = (
  schema: RecordSchema,
  lifeCycle: Pick<ProcessDefinition, "nodes"> | undefined,
): RecordSchema => {
  const { stage } = schema.fields;
  const choices = (lifeCycle?.nodes ?? []).flatMap((node) =>
    node.kind === "stage" ? [{ key: node.key, label: node.name }] : [],
  );
  if (stage === undefined || choices.length === 0) return schema;
  return { ...schema, fields: { ...schema.fields, stage: { ...stage, type: "choice", choices } } };
};
