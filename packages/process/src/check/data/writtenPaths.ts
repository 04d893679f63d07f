import type { BlockCall } from "../../definition/blockCall.ts";
import type { FormField } from "../../definition/form.ts";
import type { Step } from "../../definition/node.ts";

/** The fields that people may change by a form. */
export const editedBy = (form: readonly FormField[] | undefined): readonly string[] =>
  (form ?? []).flatMap(({ path, access }) => (access === "edit" || access === "required" ? [path] : []));

const keysIn = (value: unknown): readonly string[] =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];

/** The fields of the case's record that a block changes, as far as the drawing says which. */
export const changedByBlock = ({ block, inputs }: BlockCall): readonly string[] => {
  const { fields, field, ...single } = inputs;
  switch (block) {
    case "setFields":
      return [
        ...Object.keys(single),
        ...(field ? ["field"] : []),
        ...(fields && "value" in fields ? keysIn(fields.value) : []),
      ];
    case "linkRecord":
      return field && "value" in field && typeof field.value === "string" ? [field.value] : [];
    case "assignOwner":
      return ["owner"];
    default:
      return [];
  }
};

/** The fields of the case's record that a step changes when it is done, as far as the drawing says which. */
export const changedBy = (step: Step): readonly string[] => {
  if (step.kind === "task") return editedBy(step.form);
  if (step.kind === "assign") return ["owner"];
  return step.kind === "action" ? changedByBlock(step) : [];
};
