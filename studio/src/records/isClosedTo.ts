import type { FieldSchema } from "@sluice/domain";

/** Whether a custom field is none that any of these roles may fill in: then a form for a new record does not ask for it. */
export const isClosedTo = (field: FieldSchema | undefined, roles: readonly string[]): boolean =>
  field?.rights !== undefined && roles.every((role) => (field.rights?.[role] ?? "edit") !== "edit");
